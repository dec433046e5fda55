// Uploaded pictures on the disk.
#include "adapters/web/picture_store.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string>

#include "adapters/system/temporary_folder.hpp"

namespace dangol::adapters::web {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;
using namespace std::string_view_literals;

constexpr auto png = "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x01\x02\0\0\0\x03 and so on"sv;

TEST(PictureStore, knows_pictures_by_their_first_bytes) {
    EXPECT_EQ(picture_kind(png), "png");
    EXPECT_EQ(picture_kind("\xff\xd8\xff\xe0"sv), "jpg");
    EXPECT_EQ(picture_kind("RIFF\x10\x00\x00\x00WEBPVP8 "sv), "webp");
    EXPECT_EQ(picture_kind("RIFF\x10\x00\x00\x00WAVEfmt "sv), "");
    EXPECT_EQ(picture_kind("<svg onload=…>"sv), "");
    EXPECT_EQ(picture_kind(""sv), "");
    EXPECT_EQ(picture_type("png"), "image/png");
    EXPECT_EQ(picture_type("jpg"), "image/jpeg");
    EXPECT_EQ(picture_type("webp"), "image/webp");
    EXPECT_EQ(picture_type("gif"), "");
}

std::string size_of(std::string_view bytes) {
    const auto size = picture_size(bytes);
    return size ? std::to_string(size->width) + "x" + std::to_string(size->height) : "none";
}

TEST(PictureStore, knows_how_large_a_picture_is_before_anybody_decodes_it) {
    EXPECT_EQ(size_of(png), "258x3");
    const auto jpeg = "\xff\xd8\xff\xe0\0\x04xy\xff\xff\xc2\0\x0b\x08\x01\0\x02\x01 and so on"sv;
    EXPECT_EQ(size_of(jpeg), "513x256");
    for (const std::string no_frame : {"\xc4", "\xc8", "\xcc"}) {
        EXPECT_EQ(
            size_of("\xff\xd8\xff" + no_frame + "\0\x08 12345\xff\xc0\0\x0b\x08\x01\0\x02\x01 and so on"s),
            "513x256");
    }
    const auto webp = [](std::string_view chunk) { return "RIFF\x10\0\0\0WEBP"s + std::string(chunk); };
    EXPECT_EQ(size_of(webp("VP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x40\x01\xf0\0"sv)), "320x240");
    EXPECT_EQ(size_of(webp("VP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x40\x41\xf0\x80"sv)), "320x240")
        << "with the bits that scale it";
    EXPECT_EQ(size_of(webp("VP8L\0\0\0\0\x2f\x3f\xc1\x3b\0\0\0\0\0\0"sv)), "320x240");
    EXPECT_EQ(size_of(webp("VP8L\0\0\0\0\x2f\x3f\xc1\x3b\x10\0\0\0\0\0"sv)), "320x240") << "with alpha";
    EXPECT_EQ(size_of(webp("VP8X\0\0\0\0\0\0\0\0\x3f\x01\0\xef\0\0"sv)), "320x240");
}

TEST(PictureStore, takes_no_header_for_a_picture_that_is_cut_or_says_nothing) {
    EXPECT_EQ(size_of("\x89PNG\r\n\x1a\n and so on, for long enough"sv), "none");
    EXPECT_EQ(size_of("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\0\0\0\0\x03"sv), "none");
    EXPECT_EQ(size_of("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x03\0\0\0\0"sv), "none");
    const auto webp = [](std::string_view chunk) { return "RIFF\x10\0\0\0WEBP"s + std::string(chunk); };
    EXPECT_EQ(size_of(webp("VP8 \0\0\0\0\0\0\0\0\0\0\x40\x01\xf0\0"sv)), "none");
    EXPECT_EQ(size_of(webp("VP8L\0\0\0\0\0\x3f\xc1\x3b\0\0\0\0\0\0"sv)), "none");
    for (const auto& whole : {std::string(png.substr(0, 24)),
                              std::string("\xff\xd8\xff\xe0\0\x04xy\xff\xc0\0\x0b\x08\x01\0\x02\x01"sv),
                              std::string("RIFF\x10\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x3f\x01\0\xef\0\0"sv)}) {
        EXPECT_NE(size_of(whole), "none");
        for (std::size_t size = 0; size < whole.size(); ++size)
            EXPECT_EQ(size_of(std::string_view(whole).substr(0, size)), "none") << size;
    }
    for (const std::string ends : {"\xff\xd9", "\xff\xda"})
        EXPECT_EQ(size_of("\xff\xd8" + ends + "\0\x04xy\xff\xc0\0\x0b\x08\x01\0\x02\x01"s), "none");
    EXPECT_EQ(size_of("\xff\xd8\xff\xe0\0\x04xy \xc0\0\x0b\x08\x01\0\x02\x01"sv), "none")
        << "no segment begins here";
}

TEST(PictureStore, keeps_so_many_pictures_of_a_cafe_and_no_more) {
    const adapters::TemporaryFolder folder;
    const PictureStore pictures(folder.path() + "/pictures", 2);
    const auto numbered = [](int number) { return std::string(png) + std::to_string(number); };
    const auto first = pictures.keep("c1", numbered(1));
    EXPECT_TRUE(first && pictures.keep("c1", numbered(2)));
    EXPECT_FALSE(pictures.keep("c1", numbered(3)));
    EXPECT_EQ(pictures.keep("c1", numbered(1)), first) << "it has that one";
    EXPECT_TRUE(pictures.keep("c2", numbered(3)));
}

TEST(PictureStore, keeps_the_same_picture_once_and_nothing_unfinished) {
    const adapters::TemporaryFolder folder;
    const PictureStore pictures(folder.path() + "/pictures");
    const auto name = pictures.keep("c1", png).value();
    EXPECT_TRUE(name.ends_with(".png"));
    const auto path = folder.path() + "/pictures/" + name;
    const auto long_ago = std::filesystem::last_write_time(path) - 24h;
    std::filesystem::last_write_time(path, long_ago);
    EXPECT_EQ(pictures.keep("c2", png), name);
    EXPECT_EQ(std::filesystem::last_write_time(path), long_ago) << "it is not written again";
    EXPECT_EQ(pictures.find(name), std::string(png));
    const std::filesystem::directory_iterator files(folder.path() + "/pictures");
    EXPECT_EQ(std::ranges::count_if(files, [](const auto& file) { return file.is_regular_file(); }), 1);
}

TEST(PictureStore, finds_only_what_it_has_named) {
    const adapters::TemporaryFolder folder;
    const PictureStore pictures(folder.path() + "/pictures");
    const auto name = pictures.keep("c1", png).value();
    for (const std::string beside : {"notes.png", "0123456789abcde.png", "0123456789abcdefa.png",
                                     "0123456789abcdeg.png", "0123456789abcdef.gif", "0123456789abcdef"}) {
        std::filesystem::copy(folder.path() + "/pictures/" + name, folder.path() + "/pictures/" + beside);
        EXPECT_FALSE(pictures.find(beside)) << beside;
    }
    for (const auto* other : {"../pictures/notes.png", "", ".", "0123456789abcdef.png"})
        EXPECT_FALSE(pictures.find(other)) << other;
    EXPECT_FALSE(PictureStore(folder.path() + "/not-there").find(name));
}

}  // namespace
}  // namespace dangol::adapters::web
