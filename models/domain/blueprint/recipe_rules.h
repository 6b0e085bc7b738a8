// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

namespace snowmelt {

/// What a text of a recipe may be, and how that is called in a problem. resources/schema/recipe.schema.json says the
/// same to editors.
struct TextRule
{
    QRegularExpression allowed;
    QString expected;

    bool fits(const QString& text) const { return allowed.match(text).hasMatch(); }
};

namespace recipe_rule {
const TextRule& suite();
const TextRule& package(); ///< "NAME" or "NAME=VERSION"
const TextRule& userName();
const TextRule& owner(); ///< a user's or a group's name, or its number
const TextRule& service();
const TextRule& mode();
const TextRule& line();      ///< one line of visible text, not empty
const TextRule& command();   ///< lines of a shell; may be several
const TextRule& address();   ///< of a package source; no password in it
const TextRule& archive();   ///< the suite of a package source; a folder when it ends in "/"
const TextRule& component(); ///< of a package source
const TextRule& labelName(); ///< not one of Snowmelt's own
const TextRule& urlPath();   ///< "/healthz"
const TextRule& variable();  ///< of a Packer template
const TextRule& value();     ///< one line; may be empty
} // namespace recipe_rule

constexpr int mostServices = 30; ///< of one recipe: their start order has room for no more

/// Absolute, clean and short enough for a file system; no control characters, and no ':' that would end a field of
/// /etc/passwd.
bool isPlainPath(const QString& path);

/// A plain path whose file stays in the image: what is below /dev, /proc, /run, /sys and /tmp is in no layer.
bool isImagePath(const QString& path);

/// Relative, and nothing that a terminal or a list of files would take for something else.
bool isRelativePath(const QString& path);

} // namespace snowmelt
