// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/recipe_rules.h"

#include "models/domain/blueprint/label.h"

#include <QDir>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr qsizetype longestPath = 4000; ///< bytes, of Linux's 4095
constexpr qsizetype longestFileName = 255;

/// Whole: "$" would let a line end through.
TextRule rule(const char* pattern, const QString& expected)
{
    return {QRegularExpression(QStringLiteral("\\A(?:%1)\\z").arg(QLatin1String(pattern))), expected};
}

bool isShort(const QString& path)
{
    const QByteArrayList names = path.toUtf8().split('/');
    return path.toUtf8().size() <= longestPath && std::all_of(names.begin(), names.end(), [](const QByteArray& name) {
               return name.size() <= longestFileName;
           });
}

} // namespace

namespace recipe_rule {

const TextRule& suite()
{
    static const TextRule it = rule("[a-z][a-z0-9.-]*", QStringLiteral("a Debian suite such as bookworm"));
    return it;
}

const TextRule& package()
{
    static const TextRule it =
        rule("[a-z0-9][a-z0-9+.-]+(=[A-Za-z0-9.+:~-]+)?", QStringLiteral("a Debian package name"));
    return it;
}

const TextRule& userName()
{
    static const TextRule it = rule("[a-z_][a-z0-9_-]{0,30}", QStringLiteral("a Linux user name"));
    return it;
}

const TextRule& owner()
{
    static const TextRule it =
        rule("[A-Za-z_][A-Za-z0-9_-]{0,30}|[0-9]{1,9}", QStringLiteral("a Linux user name or number"));
    return it;
}

const TextRule& service()
{
    static const TextRule it = rule("[a-z][a-z0-9-]{0,99}", QStringLiteral("a name of a-z, 0-9 and -"));
    return it;
}

const TextRule& mode()
{
    static const TextRule it = rule("[0-7]{3,4}", QStringLiteral("an octal mode such as \"0755\""));
    return it;
}

const TextRule& line()
{
    static const TextRule it = rule("[^\\x00-\\x1f\\x7f]*[^\\x00-\\x20\\x7f][^\\x00-\\x1f\\x7f]*",
                                    QStringLiteral("one line of text that is not empty"));
    return it;
}

const TextRule& command()
{
    static const TextRule it = rule("[^\\x00-\\x08\\x0b-\\x1f\\x7f]*[^\\x00-\\x20\\x7f][^\\x00-\\x08\\x0b-\\x1f\\x7f]*",
                                    QStringLiteral("a command of visible text"));
    return it;
}

const TextRule& address()
{
    static const TextRule it =
        rule("https?://([A-Za-z0-9][A-Za-z0-9.-]*|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?(/[A-Za-z0-9._~+%/-]*)?",
             QStringLiteral("an http or https address without a password in it"));
    return it;
}

const TextRule& archive()
{
    static const TextRule it = rule("\\./|[A-Za-z0-9][A-Za-z0-9_-]*([./][A-Za-z0-9_-]+)*/?",
                                    QStringLiteral("a suite, or a folder that ends in /"));
    return it;
}

const TextRule& component()
{
    static const TextRule it =
        rule("[A-Za-z0-9][A-Za-z0-9_-]*([./][A-Za-z0-9_-]+)*", QStringLiteral("a component such as main"));
    return it;
}

const TextRule& labelName()
{
    static const TextRule it = rule("(?!snowmelt\\.)[a-z0-9][a-z0-9._/-]{0,127}",
                                    QStringLiteral("a name of a-z, 0-9 and . _ - / that is not Snowmelt's own"));
    return it;
}

const TextRule& urlPath()
{
    static const TextRule it = rule("/[A-Za-z0-9/._~?=&%-]*", QStringLiteral("a URL path such as /healthz"));
    return it;
}

const TextRule& variable()
{
    static const TextRule it = rule("[A-Za-z_][A-Za-z0-9_-]{0,99}", QStringLiteral("a name of a-z, A-Z, 0-9, _ and -"));
    return it;
}

const TextRule& value()
{
    static const TextRule it = rule("[^\\x00-\\x1f\\x7f]*", QStringLiteral("one line of text"));
    return it;
}

} // namespace recipe_rule

bool isPlainPath(const QString& path)
{
    return path.startsWith(u'/') && QDir::cleanPath(path) == path && !path.contains(u':') && isShort(path) &&
           isLabel(path, longestPath);
}

bool isImagePath(const QString& path)
{
    const QStringList passing{QStringLiteral("dev"), QStringLiteral("proc"), QStringLiteral("run"),
                              QStringLiteral("sys"), QStringLiteral("tmp")};
    return isPlainPath(path) && path.size() > 1 && !passing.contains(path.section(u'/', 1, 1));
}

bool isRelativePath(const QString& path)
{
    return !QDir::isAbsolutePath(path) && isShort(path) && isLabel(path, longestPath);
}

} // namespace snowmelt
