// Pictures of menus.
#include "app/web/picture_routes.hpp"

#include <string>
#include <utility>

#include <boost/describe/class.hpp>

#include "app/web/asset_routes.hpp"

namespace dangol::app::web {

using namespace runtime;

struct UploadedPicture {
    std::string image;  ///< "/pictures/1f2e3d4c5b6a7988.webp", as a menu item names it
};
BOOST_DESCRIBE_STRUCT(UploadedPicture, (), (image))

namespace {

constexpr std::size_t picture_bytes_max = 400'000;

Response no_picture(Language language) {
    return problem(404, "not-found",
                   {"이 그림은 없습니다. 메뉴를 새로 고쳐 주세요.",
                    "There is no such picture. Please load the menu again."},
                   language);
}

Response uploaded(const std::string& name, std::string bytes) {
    Response response;
    response.content_type = picture_type(name.substr(name.find('.') + 1));
    response.headers.emplace_back("Cache-Control", "public, max-age=31536000, immutable");
    response.headers.emplace_back("Content-Security-Policy", "default-src 'none'");
    response.body = std::move(bytes);
    return response;
}

Response not_a_picture(Language language) {
    return problem(415, "not-a-picture",
                   {"PNG, JPEG, WebP 그림 파일을 그대로 보내 주세요. 400kB까지 올릴 수 있습니다.",
                    "Send a PNG, JPEG or WebP picture as it is, of at most 400 kB."},
                   language);
}

}  // namespace

Route picture_route(const Pack& pack, const PictureStore& pictures, OffThread off_thread) {
    return {Method::get, "/pictures/{file}", Access::anyone(),
            [&pack, &pictures, off_thread = std::move(off_thread)](const Request& request, Respond respond) {
                if (answer_from(pack, request, respond)) return;
                off_thread([&pictures, name = request.params.at(0), language = request.language,
                            respond = std::move(respond)]() mutable {
                    auto bytes = pictures.find(name);
                    respond(bytes ? uploaded(name, std::move(*bytes)) : no_picture(language));
                });
            }};
}

Route picture_upload_route(const PictureStore& pictures, OffThread off_thread) {
    return {
        Method::post, "/cafes/{id}/pictures", Access{.staff = true, .operator_ = true},
        [&pictures, off_thread = std::move(off_thread)](Request request, Respond respond) {
            if (!request.principal.works_for(CafeId{request.params.at(0)})) {
                return respond(problem(not_yours().error(), request.language));
            }
            if (picture_kind(request.body).empty()) return respond(not_a_picture(request.language));
            off_thread([&pictures, bytes = std::move(request.body), respond = std::move(respond)]() mutable {
                respond(respond_with(201, UploadedPicture{"/pictures/" + pictures.keep(bytes)}));
            });
        },
        Intake{.json_only = false, .bytes_max = picture_bytes_max}};
}

}  // namespace dangol::app::web
