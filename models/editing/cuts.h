// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/splice.h"
#include "models/editing/outline.h"

namespace snowmelt::editing {

/// What is added to a mapping or a list, both ways it may have to be written.
struct Piece
{
    QByteArray flow;      ///< "web: {image: …}" or "web"
    QByteArrayList lines; ///< for a block: lines that are indented against one another; empty: never as a block
    QByteArray alone;     ///< as all there is: "{web: …}" or "[web]"
};

/// A mapping or a list of the text, with the key it stands at.
struct Collection
{
    const Entry* entry = nullptr;
    bool inFlow = false; ///< around it are braces
    const YamlNode& key() const { return entry->first; }
    const YamlNode& value() const { return entry->second; }
};

/// The smallest cuts for one change. Comments stay, but those inside of what goes and at the ends of its lines.
QList<Splice> rewriteScalar(const Outline& outline, const YamlNode& scalar, const QString& text);
QList<Splice> append(const Outline& outline, const Collection& to, const Piece& piece, int step);
QList<Splice> remove(const Outline& outline, const YamlNode& from, qsizetype index);
/// A new key with its value below an entry of the top level, in lines of their own.
QList<Splice> insertBelow(const Outline& outline, const Entry& above, const QByteArrayList& lines);
/// At the end of a mapping in braces.
QList<Splice> appendInBraces(const Outline& outline, const YamlNode& mapping, const QByteArray& flow);

} // namespace snowmelt::editing
