// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace snowmelt {

/// A text of configuration as it may leave: in each line what may be a secret, up to the line's end, is replaced by
/// "… sha256 <16 hex digits>"; names stay. Lines stay lines, and two texts that differ still do: the digest is salted
/// with a salt of this program's run, that is kept nowhere. What runs over several lines (private keys, quotes, blocks
/// below a secret's name) is withheld in all of them.
QString withoutSecrets(const QString& text);

/// What a program said, a line or several, without assigned secrets and those that no name marks: the words of
/// sentences stay.
QString messageWithoutSecrets(const QString& message);

/// How many lines of a text have something withheld.
int withheldLines(const QString& text);

} // namespace snowmelt
