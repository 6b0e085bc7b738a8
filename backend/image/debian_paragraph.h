// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>

namespace snowmelt {

/// Fields of a Debian control paragraph by their names (deb822(5)), each by its first line: those that go on below it
/// are nowhere needed whole.
using DebianParagraph = QMap<QByteArray, QByteArray>;

DebianParagraph parseParagraph(const QByteArray& text);

} // namespace snowmelt
