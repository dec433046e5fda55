// Uploaded pictures on the disk.
#include "adapters/web/picture_store.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <iterator>

#include "adapters/system/temporary_folder.hpp"

namespace dangol::adapters::web {
namespace {

using namespace std::string_view_literals;

constexpr auto png = "\x89PNG\r\n\x1a\n and so on"sv;

TEST(PictureStore, knows_pictures_by_their_first_bytes) {
    EXPECT_EQ(picture_kind(png), "png");
    EXPECT_EQ(picture_kind("\xff\xd8\xff\xe0"sv), "jpg");
    EXPECT_EQ(picture_kind("RIFF\x10\x00\x00\x00WEBPVP8 "sv), "webp");
    EXPECT_EQ(picture_kind("RIFF\x10\x00\x00\x00WAVEfmt "sv), "");
    EXPECT_EQ(picture_kind("<svg onload=…>"sv), "");
    EXPECT_EQ(picture_kind(""sv), "");
}

TEST(PictureStore, keeps_the_same_picture_once_and_nothing_unfinished) {
    const adapters::TemporaryFolder folder;
    const PictureStore pictures(folder.path() + "/pictures");
    const auto name = pictures.keep(png);
    EXPECT_TRUE(name.ends_with(".png"));
    EXPECT_EQ(pictures.keep(png), name);
    EXPECT_EQ(pictures.find(name), std::string(png));
    const std::filesystem::directory_iterator files(folder.path() + "/pictures");
    EXPECT_EQ(std::distance(begin(files), end(files)), 1);
}

TEST(PictureStore, finds_only_what_it_has_named) {
    const adapters::TemporaryFolder folder;
    const PictureStore pictures(folder.path() + "/pictures");
    const auto name = pictures.keep(png);
    const auto beside = folder.path() + "/pictures/notes.png";
    std::filesystem::copy(folder.path() + "/pictures/" + name, beside);
    for (const auto* other :
         {"notes.png", "../pictures/notes.png", "", ".", "0123456789abcdef.png", "0123456789abcdef"}) {
        EXPECT_FALSE(pictures.find(other)) << other;
    }
    EXPECT_FALSE(PictureStore(folder.path() + "/not-there").find(name));
}

}  // namespace
}  // namespace dangol::adapters::web
