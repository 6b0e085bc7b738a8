// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/birth_template.h"

#include <functional>

namespace snowmelt {

namespace {

constexpr qsizetype longestParameter = 64;

bool isNameByte(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '_';
}

/// What stands at "${".
TemplateMention mentionAt(const QByteArray& text, qsizetype begin)
{
    qsizetype end = begin + 2;
    while (end < text.size() && end - begin < longestParameter && isNameByte(text[end]))
        ++end;
    const QByteArray name = text.mid(begin + 2, end - begin - 2);
    const bool whole = end < text.size() && text[end] == '}' && !name.isEmpty();
    return {text.mid(begin, end - begin + (whole ? 1 : 0)), whole ? QString::fromLatin1(name) : QString(), begin};
}

/// Goes through a template: `plain` gets what is text, `mention` what is not.
void walk(const QByteArray& text, const std::function<void(const QByteArray&)>& plain,
          const std::function<void(const TemplateMention&)>& mention)
{
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype dollar = text.indexOf('$', at);
        const char next = dollar >= 0 && dollar + 1 < text.size() ? text[dollar + 1] : '\0';
        if (dollar < 0) {
            plain(text.mid(at));
            return;
        }
        plain(text.mid(at, dollar - at));
        at = dollar + (next == '$' ? 2 : 1);
        if (next != '{') {
            plain("$");
            continue;
        }
        const TemplateMention found = mentionAt(text, dollar);
        mention(found);
        at = dollar + found.text.size();
    }
}

} // namespace

const QStringList& birthParameterNames()
{
    static const QStringList names{QStringLiteral("FLEET"),         QStringLiteral("NODE"),
                                   QStringLiteral("GROUP"),         QStringLiteral("IMAGE"),
                                   QStringLiteral("PORT"),          QStringLiteral("ADDRESS"),
                                   QStringLiteral("DATABASE_HOST"), QStringLiteral("DATABASE_PORT"),
                                   QStringLiteral("DATABASE_NAME"), QStringLiteral("DATABASE_USER")};
    return names;
}

QList<TemplateMention> mentionsIn(const QByteArray& templateText)
{
    QList<TemplateMention> found;
    walk(
        templateText, [](const QByteArray&) {}, [&](const TemplateMention& mention) { found.append(mention); });
    return found;
}

bool isKnown(const TemplateMention& mention)
{
    return birthParameterNames().contains(mention.name);
}

QByteArray rendered(const QByteArray& templateText, const QMap<QString, QString>& values)
{
    QByteArray text;
    walk(
        templateText, [&](const QByteArray& plain) { text += plain; },
        [&](const TemplateMention& mention) { text += values.value(mention.name).toUtf8(); });
    return text;
}

QMap<QString, QString> parametersOf(const QByteArray& nodeConf)
{
    QMap<QString, QString> values;
    for (const QByteArray& line : nodeConf.split('\n'))
        if (const qsizetype end = line.indexOf('='); end > 0)
            values.insert(QString::fromUtf8(line.left(end)), QString::fromUtf8(line.mid(end + 1)));
    return values;
}

const QByteArray& birthTemplateFolder()
{
    static const QByteArray folder = QByteArrayLiteral("/etc/snowmelt/templates");
    return folder;
}

bool isBirthFile(const QString& path)
{
    static const QStringList files{
        QStringLiteral("/etc/snowmelt/node.conf"), QStringLiteral("/etc/ssh/ssh_host_ed25519_key"),
        QStringLiteral("/etc/ssh/ssh_host_ed25519_key.pub"), QStringLiteral("/root/.ssh/authorized_keys")};
    return files.contains(path);
}

} // namespace snowmelt
