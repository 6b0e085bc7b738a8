// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

#include <utility>
#include <variant>

namespace snowmelt {

struct Cancelled
{
    bool operator==(const Cancelled&) const = default;
};
/// The value of a Result that carries none.
struct Done
{
    bool operator==(const Done&) const = default;
};

/// A value, an error, or "cancelled", which is neither.
template <typename T>
class [[nodiscard]] Result
{
public:
    using Value = T;

    /// A result nobody filled is an error; QCoro::waitFor() needs one to begin with.
    Result() : Result(Error{}) {}
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}
    Result(Cancelled) : m_state(std::in_place_index<2>) {}

    bool ok() const { return m_state.index() == 0; }
    bool failed() const { return m_state.index() == 1; }
    bool cancelled() const { return m_state.index() == 2; }
    explicit operator bool() const { return ok(); }

    const T& value() const { return std::get<0>(m_state); }
    T take() { return std::move(std::get<0>(m_state)); }
    const T* operator->() const { return &std::get<0>(m_state); }
    const T& operator*() const { return std::get<0>(m_state); }
    const Error& error() const { return std::get<1>(m_state); }

    /// The same failure or cancel under another value type. Only when !ok().
    template <typename U>
    Result<U> as() const
    {
        if (failed())
            return Result<U>(error());
        return Result<U>(Cancelled{});
    }

private:
    std::variant<T, Error, Cancelled> m_state;
};

} // namespace snowmelt
