// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/problem.h"
#include "models/domain/blueprint/splice.h"
#include "models/editing/edit.h"

#include <optional>

namespace snowmelt {

/// Why an edit cannot be made.
struct EditRefusal
{
    enum class Why {
        Broken,      ///< the text has problems of its own
        NoSuchPart,  ///< {name}
        NotPossible, ///< {from, to}: parts of these kinds do not belong together so
        NothingToDo, ///< it is so already
        Circle,      ///< {from, to}: the way from `to` leads to `from`
        Paired,      ///< {balancer, partner}: it stands in for another already
        Invalid,     ///< the outcome would be no valid blueprint: `problems` say why
        Layout,      ///< the text is laid out in a way that cannot be cut; to be changed by hand
    };
    Why why = Why::Layout;
    QStringList args{};
    QList<Problem> problems{}; ///< Broken: of the text before; Invalid: of the text after
    bool operator==(const EditRefusal&) const = default;
};

struct Edited
{
    QByteArray text;
    Blueprint blueprint; ///< as the parser reads the text
    QList<Splice> splices;
    std::optional<EditRefusal> refusal; ///< then there is nothing else
    bool ok() const { return !refusal; }
};

/// A blueprint's text with one edit: comments, order, quotes, indentation and line ends stay, and so does every byte
/// that need not change. Whatever comes out has been read again and says what was meant, and nothing else.
Edited edited(const QByteArray& text, const QString& path, const Edit& edit);

} // namespace snowmelt
