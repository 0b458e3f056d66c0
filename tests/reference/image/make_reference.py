#!/usr/bin/env python3
"""Writes the odd files of the image tests and what they and the photos decode to; see README.md beside this."""
import csv
import io
import itertools
import pathlib
import shutil
import struct
import zlib

import cv2
import numpy as np
import tifffile
from PIL import Image, ImageOps

ROOT = pathlib.Path(__file__).resolve().parents[3]
PHOTOS = ROOT / "sql-examples" / "photos"
TARGET = ROOT / "engine" / "src" / "test" / "resources" / "images"
WIDTH, HEIGHT = 40, 30


def smooth_picture(channels, seed):
    """A soft picture: small in every format, and different at each turn and in each channel."""
    coarse = np.random.default_rng(seed).integers(0, 256, (3, 4, channels), np.uint8)
    return cv2.resize(coarse, (WIDTH, HEIGHT), interpolation=cv2.INTER_LINEAR).reshape(HEIGHT, WIDTH, channels)


RGB = smooth_picture(3, 1)
ALPHA = smooth_picture(1, 2)
GREY = RGB[:, :, 1]
RGBA = np.dstack([RGB, ALPHA])
WIDE_RGB = RGB.astype(np.uint16) * 257 - (RGB > 0) * np.uint16(100)


def pillow(image, kind, **options):
    if isinstance(image, np.ndarray):
        image = Image.fromarray(image)
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def tiff(array, **options):
    file = io.BytesIO()
    tifffile.imwrite(file, array, **options)
    return file.getvalue()


def png_chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def wide_png(array):
    """A PNG of 16 bits a sample: grey, RGB or RGBA."""
    height, width, channels = array.shape
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in array)
    colour = {1: 0, 3: 2, 4: 6}[channels]
    header = struct.pack(">IIBBBBB", width, height, 16, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + png_chunk(b"IDAT", zlib.compress(rows)) + png_chunk(b"IEND", b"")


def odd_files():
    """Name to bytes of every file that can be read."""
    rgb, grey, rgba = (Image.fromarray(a) for a in (RGB, GREY, RGBA))
    turned = rgb.transpose(Image.Transpose.ROTATE_180)
    palette = rgb.quantize(16, dither=Image.Dither.NONE)
    turned_palette = turned.quantize(16, dither=Image.Dither.NONE)
    pixel = Image.new("RGB", (1, 1), (200, 100, 50))
    yield "baseline.jpg", pillow(rgb, "JPEG", quality=90)
    yield "progressive.jpg", pillow(rgb, "JPEG", quality=90, progressive=True)
    yield "restart.jpg", pillow(rgb, "JPEG", quality=90, restart_marker_blocks=1)
    yield "full-chroma.jpg", pillow(rgb, "JPEG", quality=90, subsampling=0)
    yield "grey.jpg", pillow(grey, "JPEG", quality=90)
    yield "cmyk.jpg", pillow(rgb.convert("CMYK"), "JPEG", quality=90)
    yield "rgb.png", pillow(rgb, "PNG")
    yield "grey.png", pillow(grey, "PNG")
    yield "alpha.png", pillow(rgba, "PNG")
    yield "grey-alpha.png", pillow(Image.merge("LA", (grey, Image.fromarray(ALPHA[:, :, 0]))), "PNG")
    yield "palette.png", pillow(palette, "PNG")
    yield "palette-transparent.png", pillow(palette, "PNG", transparency=3)
    yield "bilevel.png", pillow(grey.point(lambda v: 255 * (v > 127), "1"), "PNG")
    yield "rgb-16.png", wide_png(WIDE_RGB)
    yield "grey-16.png", wide_png(WIDE_RGB[:, :, 1:2])
    yield "alpha-16.png", wide_png(np.dstack([WIDE_RGB, ALPHA.astype(np.uint16) * 257]))
    yield "animated.png", pillow(rgb, "PNG", save_all=True, append_images=[turned])
    yield "lossy.webp", pillow(rgb, "WEBP", quality=90)
    yield "lossless.webp", pillow(rgb, "WEBP", lossless=True)
    yield "alpha.webp", pillow(rgba, "WEBP", lossless=True, exact=True)
    yield "animated.webp", pillow(rgb, "WEBP", lossless=True, save_all=True, append_images=[turned])
    yield "still.gif", pillow(palette, "GIF")
    yield "animated.gif", pillow(palette, "GIF", save_all=True, append_images=[turned_palette])
    yield "transparent.gif", pillow(palette, "GIF", transparency=3)
    yield "rgb.bmp", pillow(rgb, "BMP")
    yield "grey.bmp", pillow(grey, "BMP")
    yield "palette.bmp", pillow(palette, "BMP")
    yield "rgb.tif", pillow(rgb, "TIFF")
    yield "lzw.tif", pillow(rgb, "TIFF", compression="tiff_lzw")
    yield "palette.tif", pillow(palette, "TIFF")
    yield "grey.tif", pillow(grey, "TIFF")
    yield "cmyk.tif", pillow(rgb.convert("CMYK"), "TIFF")
    yield "rgb-16.tif", tiff(WIDE_RGB, photometric="rgb")
    yield "big-endian.tif", tiff(RGB, photometric="rgb", byteorder=">")
    yield "big.tif", tiff(RGB, photometric="rgb", bigtiff=True)
    yield "planar.tif", tiff(np.moveaxis(RGB, 2, 0), photometric="rgb", planarconfig="separate")
    yield "pages.tif", tiff(np.stack([RGB, RGB[::-1]]), photometric="rgb")
    yield "pixel.jpg", pillow(pixel, "JPEG", quality=95)
    yield "pixel.png", pillow(pixel, "PNG")
    yield "pixel.webp", pillow(pixel, "WEBP", lossless=True)
    yield "pixel.gif", pillow(pixel.quantize(2), "GIF")
    yield "pixel.bmp", pillow(pixel, "BMP")
    yield "pixel.tif", pillow(pixel, "TIFF")
    for orientation in range(1, 9):
        yield from turned_files(orientation)


# What has to be done to the upright picture so that the orientation's own turn gives it back.
LAY_DOWN = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def turned_files(orientation):
    """The one picture, stored as each orientation has it."""
    stored = Image.fromarray(RGB)
    if orientation in LAY_DOWN:
        stored = stored.transpose(LAY_DOWN[orientation])
    exif = Image.Exif()
    exif[0x0112] = orientation
    name = f"orientation-{orientation}"
    yield f"{name}.jpg", pillow(stored, "JPEG", quality=90, exif=exif)
    yield f"{name}.png", pillow(stored, "PNG", exif=exif)
    yield f"{name}.webp", pillow(stored, "WEBP", lossless=True, exif=exif)
    yield f"{name}.tif", pillow(stored, "TIFF", tiffinfo={0x0112: orientation})


def alpha_tiffs():
    """The pixels of alpha.png, stored as they are and multiplied by alpha: tests compare the three."""
    multiplied = np.rint(RGB.astype(np.float64) * ALPHA / 255).astype(np.uint8)
    yield "alpha.tif", tiff(RGBA, photometric="rgb", extrasamples=["unassalpha"])
    yield "alpha-16.tif", tiff(RGBA.astype(np.uint16) * 257, photometric="rgb", extrasamples=["unassalpha"])
    yield "associated.tif", tiff(np.dstack([multiplied, ALPHA]), photometric="rgb", extrasamples=["assocalpha"])


def refused_files():
    """Files that have to be refused: of numbers instead of pixels, and small ones that promise 30,000 x 30,000."""
    side = 30_000
    yield "float.tif", tiff(GREY.astype(np.float32))
    yield "signed.tif", tiff(GREY.astype(np.int16))
    yield "five-channels.tif", tiff(np.dstack([RGB, RGB[:, :, :2]]), photometric="rgb")
    png_header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    yield "huge.png", (b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", png_header)
                       + png_chunk(b"IDAT", zlib.compress(bytes(side))) + png_chunk(b"IEND", b""))
    jpeg = bytearray(pillow(RGB, "JPEG"))
    frame = jpeg.index(b"\xff\xc0")
    jpeg[frame + 5:frame + 9] = struct.pack(">HH", side, side)
    yield "huge.jpg", bytes(jpeg)
    gif = bytearray(pillow(Image.fromarray(RGB).quantize(16), "GIF"))
    gif[6:10] = struct.pack("<HH", side, side)
    yield "huge.gif", bytes(gif)
    bmp = bytearray(pillow(RGB, "BMP"))
    bmp[18:26] = struct.pack("<ii", side, side)
    yield "huge.bmp", bytes(bmp)
    tif = bytearray(tiff(RGB, photometric="rgb"))
    for tag in (256, 257):
        entry = tif.index(struct.pack("<H", tag), 8)
        kind = struct.unpack_from("<H", tif, entry + 2)[0]
        struct.pack_into("<H" if kind == 3 else "<I", tif, entry + 8, side)
    yield "huge.tif", bytes(tif)
    canvas = struct.pack("<I", side - 1)[:3]
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + canvas + canvas
    lossy = pillow(RGB, "WEBP")[12:]
    yield "huge.webp", b"RIFF" + struct.pack("<I", len(body) + len(lossy)) + body + lossy


def by_opencv(name, content):
    """Files as OpenCV reads them, upright, grey as one channel."""
    array = np.frombuffer(content, np.uint8)
    stored = cv2.imdecode(array, cv2.IMREAD_UNCHANGED)
    return stored if stored.ndim == 2 or name == "transparent.gif" else cv2.imdecode(array, cv2.IMREAD_COLOR_BGR)


def by_pillow(name, content):
    """Lossless formats as Pillow reads them, in OpenCV's order of channels."""
    if name.endswith("-16.png") or name.endswith("-16.tif"):
        wide = {"r": WIDE_RGB, "g": WIDE_RGB[:, :, 1:2], "a": np.dstack([WIDE_RGB, ALPHA.astype(np.uint16) * 257])}[name[0]]
        array = np.rint(wide / 257).astype(np.uint8)
    else:
        image = ImageOps.exif_transpose(Image.open(io.BytesIO(content)))
        if image.mode == "1":
            image = image.convert("L")
        elif image.mode == "P":
            image = image.convert("RGBA" if "transparency" in image.info else "RGB")
        elif image.mode == "LA":
            image = image.convert("RGBA")
        array = np.asarray(image)
        array = array.reshape(*array.shape[:2], -1)
    order = {1: [0], 3: [2, 1, 0], 4: [2, 1, 0, 3]}[array.shape[2]]
    return np.ascontiguousarray(array[:, :, order])


# Beside JPEG. The colour of what a GIF leaves transparent is the reader's choice: OpenCV takes the background's.
BY_OPENCV = {"lossy.webp", "cmyk.tif", "transparent.gif"}


def write_files(target):
    with open(target / "files.csv", "w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["file", "format", "width", "height", "channels", "orientation", "crc32"])
        for name, content in odd_files():
            (target / name).write_bytes(content)
            opencv = name.endswith(".jpg") or name in BY_OPENCV
            array = by_opencv(name, content) if opencv else by_pillow(name, content)
            kind = {"jpg": "jpeg", "tif": "tiff"}.get(name.split(".")[1], name.split(".")[1])
            orientation = int(name[12]) if name.startswith("orientation-") else 1
            channels = 1 if array.ndim == 2 else array.shape[2]
            rows.writerow([name, kind, array.shape[1], array.shape[0], channels, orientation, zlib.crc32(array.tobytes())])
    for name, content in itertools.chain(alpha_tiffs(), refused_files()):
        (target / name).write_bytes(content)


def numbers(array):
    return " ".join(str(v) for v in array.ravel().tolist())


def write_photos(target):
    with open(target / "photos.csv", "w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["file", "width", "height", "crc32", "means"])
        for path in sorted(p for p in PHOTOS.iterdir() if p.suffix != ".md"):
            picture = cv2.imread(str(path), cv2.IMREAD_COLOR_BGR)
            means = cv2.resize(picture, (8, 8), interpolation=cv2.INTER_AREA)
            rows.writerow([path.name, picture.shape[1], picture.shape[0], zlib.crc32(picture.tobytes()), numbers(means)])


INTERPOLATIONS = {
    "AREA": cv2.INTER_AREA,
    "NEAREST": cv2.INTER_NEAREST,
    "LINEAR": cv2.INTER_LINEAR,
    "CUBIC": cv2.INTER_CUBIC,
    "LANCZOS": cv2.INTER_LANCZOS4,
}


def write_resized(target):
    cat = cv2.imread(str(PHOTOS / "cat.png"), cv2.IMREAD_COLOR_BGR)
    top, left = (cat.shape[0] - 8) // 2, (cat.shape[1] - 12) // 2
    corner = np.ascontiguousarray(cat[top:top + 8, left:left + 12])
    with open(target / "resized.csv", "w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["from", "interpolation", "width", "height", "pixels"])
        for name, flag in INTERPOLATIONS.items():
            rows.writerow(["photo", name, 12, 8, numbers(cv2.resize(cat, (12, 8), interpolation=flag))])
            rows.writerow(["centre", name, 24, 16, numbers(cv2.resize(corner, (24, 16), interpolation=flag))])


def write_tensors(target):
    with open(target / "tensors.csv", "w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["file", "plane", "row", "values"])
        for name in ("dog.jpg", "koala.jpg", "cat.png", "red-panda.webp"):
            picture = cv2.imread(str(PHOTOS / name), cv2.IMREAD_COLOR_BGR)
            height, width = picture.shape[:2]
            scale = 256 / min(width, height)
            size = tuple(max(256, round(side * scale)) for side in (width, height))
            shrinks = size[0] <= width and size[1] <= height
            resized = cv2.resize(picture, size, interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR)
            left, top = (size[0] - 224) // 2, (size[1] - 224) // 2
            window = resized[top:top + 224, left:left + 224].astype(np.float64)
            for plane, channel in enumerate((2, 1, 0)):
                values = (window[112, :, channel] - 127) / 128
                rows.writerow([name, plane, 112, numbers(values.astype(np.float32))])


def main():
    if TARGET.exists():
        shutil.rmtree(TARGET)
    TARGET.mkdir(parents=True)
    write_files(TARGET)
    write_photos(TARGET)
    write_resized(TARGET)
    write_tensors(TARGET)


if __name__ == "__main__":
    main()
