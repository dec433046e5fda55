// The heap of a program with one thread: small pieces are kept for the next one of their size. The simulation
// makes some thousand of them for each order, and locks nothing.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <new>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define DANGOL_SYSTEM_HEAP
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define DANGOL_SYSTEM_HEAP
#endif
#endif

#ifndef DANGOL_SYSTEM_HEAP
namespace {

constexpr std::size_t step = 16;
constexpr std::size_t small_max = 2048;
constexpr std::size_t block = std::size_t{1} << 18;

struct Piece {
    Piece* next;
};
/// Before each piece stands its size class; 0: it came from the system.
struct alignas(step) Head {
    std::size_t size_class;
};

std::array<Piece*, small_max / step + 1> kept{};
std::byte* fresh = nullptr;
std::byte* fresh_end = nullptr;

void* from_system(std::size_t size) {
    void* const memory = std::malloc(size);
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}

void* take(std::size_t size) {
    const auto size_class = (size + step - 1) / step;
    if (size_class >= kept.size()) return new (from_system(size + sizeof(Head))) Head{0} + 1;
    if (auto* const piece = kept[size_class]) {
        kept[size_class] = piece->next;
        return piece;
    }
    const auto whole = sizeof(Head) + std::max<std::size_t>(size_class, 1) * step;
    if (static_cast<std::size_t>(fresh_end - fresh) < whole) {
        fresh = static_cast<std::byte*>(from_system(block));
        fresh_end = fresh + block;
    }
    auto* const head = new (fresh) Head{size_class};
    fresh += whole;
    return head + 1;
}

void give_back(void* memory) noexcept {
    if (memory == nullptr) return;
    auto* const head = static_cast<Head*>(memory) - 1;
    const auto size_class = head->size_class;
    if (size_class == 0) return std::free(head);
    kept[size_class] = new (memory) Piece{kept[size_class]};
}

}  // namespace

void* operator new(std::size_t size) { return take(size == 0 ? 1 : size); }
void* operator new[](std::size_t size) { return take(size == 0 ? 1 : size); }
void operator delete(void* memory) noexcept { give_back(memory); }
void operator delete[](void* memory) noexcept { give_back(memory); }
void operator delete(void* memory, std::size_t) noexcept { give_back(memory); }
void operator delete[](void* memory, std::size_t) noexcept { give_back(memory); }
#endif
