"""The cards of the page "Trang chủ"."""
