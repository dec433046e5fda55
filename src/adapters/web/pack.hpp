#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dangol::adapters::web {

/// A file of the web apps in one encoding. The views last as long as the pack's bytes.
struct Representation {
    std::string_view content_type;
    std::string_view encoding;  ///< identity, gzip or br
    std::string_view etag;      ///< of the content, without quotes: the same in each encoding
    std::string_view bytes;
};

/// All files of the web apps, as web/scripts/pack writes them into web/dist/web.pack: a text that lists them,
/// then their bytes, so that reading it costs no copy and no decompression.
///
///     dangol-web 1 <bytes of the list and the blank line, without this line>
///     <path>␉<content type>␉<identity|gzip|br>␉<offset>␉<length>␉<etag>
///     …
///     <blank line>
///     <bytes>
///
/// Lines end with \n; numbers are decimal; an offset counts from the first of the bytes. A path begins with
/// '/', its last part is a file's name (runtime::is_file_name), and it has an identity representation. An
/// etag has letters, digits, '-' and '_'. "/assets/…" never changes its content; "/pages/<name>.json" is a
/// page's template and not served itself.
class Pack {
  public:
    Pack() = default;
    /// Keeps views into `bytes`; empty bytes are an empty pack. Throws std::runtime_error with what is wrong.
    explicit Pack(std::string_view bytes);

    /// The representations of a path; empty if there is none.
    [[nodiscard]] const std::vector<Representation>& find(std::string_view path) const;
    /// "/pages/order.ko.json" for "order.ko"; empty if there is none.
    [[nodiscard]] std::string_view page_template(std::string_view name) const;
    [[nodiscard]] std::vector<std::string_view> paths() const;

  private:
    std::map<std::string_view, std::vector<Representation>> files_;
};

}  // namespace dangol::adapters::web
