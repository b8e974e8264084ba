"""Reads the codes of cards that are held before a camera, at any angle."""


def codes_in(grey: bytes, width: int, height: int) -> tuple[str, ...]:
    """The texts of the QR codes in a picture: one byte of brightness for each of `width` × `height` points.

    It takes some hundredths of a second: to be called by a worker.
    """
    import zxingcpp  # loaded by the first reading, not at the start

    only = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    picture = memoryview(grey).cast("B", (height, width))
    return tuple(str(one.text) for one in zxingcpp.read_barcodes(picture, only))
