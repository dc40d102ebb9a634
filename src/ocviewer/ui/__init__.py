"""The Qt window: views that paint what the presenter hands them, and one controller."""
