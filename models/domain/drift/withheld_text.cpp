// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/withheld_text.h"

#include "models/domain/drift/probe/open_words.h"
#include "models/domain/drift/secret_settings.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace snowmelt {

namespace {

QString mark(const QString& secret)
{
    return QStringLiteral("\u2026 ") + QString::fromLatin1(secretDigest(secret.toUtf8(), {}));
}

QString cut(const QString& line, qsizetype at)
{
    return line.left(at) + mark(line.mid(at));
}

qsizetype indentOf(const QString& line)
{
    return std::ranges::find_if(line, [](QChar c) { return !c.isSpace(); }) - line.begin();
}

bool isComment(const QString& line)
{
    static const QRegularExpression comment(QStringLiteral("\\A\\s*(?:[#;*!]|//|--|/\\*|<!--)"));
    return comment.match(line).hasMatch();
}

// "# Use no passwords that are short": plain words behind the name.
bool isProse(const QString& rest, int atLeast)
{
    static const QRegularExpression words(QStringLiteral("\\A\\s*(?:[A-Za-z'-]+[.,:;!?)]*(?:\\s+|\\z))+\\z"));
    return words.match(rest).hasMatch() && rest.split(u' ', Qt::SkipEmptyParts).size() >= atLeast;
}

/// A name in a line, and what it is set to.
struct NamedSetting
{
    QString name;
    QChar sign; ///< "=", ":", ">", "," or a blank
    qsizetype valueAt = 0;
};

bool isBeginOfWord(const QString& line, qsizetype at)
{
    return at == 0 || line.at(at - 1).isSpace() || QStringView(u"\"'-({[=,").contains(line.at(at - 1));
}

// What stands between a name and its value, when it is one.
QChar signAfter(const QString& line, const QRegularExpressionMatch& name, qsizetype& valueAt)
{
    static const QRegularExpression between(
        QStringLiteral("\\G([\"'\\])]*)\\s*(?:(=>|:=|\\+=|\\?=|::|[=:>,](?!//))\\s*|(?<=\\s)(?=\\S))"));
    const auto match = between.match(line, name.capturedEnd());
    if (!match.hasMatch())
        return {};
    valueAt = match.capturedEnd();
    const QString sign = match.captured(2);
    const qsizetype at = name.capturedStart();
    const bool isQuoted = at > 0 && QStringView(u"\"'{(").contains(line.at(at - 1));
    if (sign == u"," && !isQuoted)
        return {};
    if (sign.isEmpty())
        return isBeginOfWord(line, at) && line.mid(valueAt, 2) != u"&&" ? QChar(u' ') : QChar();
    return sign == u"=>" ? QChar(u'=') : sign.at(0);
}

// PAM's "auth required pam_unix.so", "passwd: files systemd" of nsswitch.conf and the head of a PEM block.
qsizetype scanFrom(const QString& line)
{
    static const QRegularExpression known(
        QStringLiteral("\\A\\s*(?:-?(?:auth|password)\\s+(?:\\[[\\w= -]+\\]|required|requisite|sufficient|optional|"
                       "include|substack)\\s+[\\w/.-]+|"
                       "-----(?:BEGIN|END) [A-Za-z0-9 ]+-----|"
                       "passwd(?:_compat)?:(?:\\s+(?:files|systemd|sss|compat|nis|winbind|ldap|db))+\\s*\\z)"));
    return known.match(line).capturedEnd();
}

bool hasOddQuotes(const QString& text, QChar quote)
{
    return text.count(quote) % 2 == 1;
}

/// Quotes that a line below closes.
bool opensQuotes(const QString& value)
{
    const QString text = value.trimmed();
    return (text.startsWith(u'"') || text.startsWith(u'\'')) && hasOddQuotes(text, text.at(0));
}

// "10.0.0.1 auth-1 auth-1.example": names of hosts.
bool isHosts(const QString& line)
{
    static const QRegularExpression hosts(
        QStringLiteral("\\A\\s*(?:\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:]+)(?:\\s+[\\w.-]+)+\\s*\\z"));
    return hosts.match(line).hasMatch();
}

bool isSecretSetting(const QString& line, const NamedSetting& setting, SettingSecrecy secrecy)
{
    const QString value = line.mid(setting.valueAt);
    if (opensQuotes(value))
        return true;
    if (isHarmlessValue(value, secrecy))
        return false;
    if (QStringView(u"[{(").contains(value.at(0))) // what is in it has no name of its own
        return true;
    const bool isMaybe = secrecy == SettingSecrecy::Maybe;
    if (setting.sign == u' ' && (isMaybe || isComment(line)) && isProse(value, isMaybe && isComment(line) ? 1 : 3))
        return false;
    // Behind a value that is none a line goes on: "key_size=2048,cert=…". Behind a blank it may be the secret itself.
    static const QRegularExpression first(QStringLiteral("\\A[\"']?([^\\s,;&\"'<>)\\]]+)([\\s,;&\"'<>)\\]])"));
    const auto word = secrecy == SettingSecrecy::Maybe ? first.match(value.left(512)) : QRegularExpressionMatch();
    const bool isBlankBehind = word.hasMatch() && word.captured(2).at(0).isSpace();
    return !word.hasMatch() ||
           !isHarmlessValue(word.captured(1), isBlankBehind ? SettingSecrecy::Sure : SettingSecrecy::Maybe);
}

struct FoundSecret
{
    qsizetype at = -1; ///< what is behind may be a secret; -1: nothing
    NamedSetting setting;
    SettingSecrecy secrecy = SettingSecrecy::Open;
    bool isEmpty = false; ///< a secret's name, whose value is on the lines below
};

enum class LineForm {
    Setting,
    Message, ///< a sentence: "a password is required"; only what is assigned is a value
};

FoundSecret secretIn(const QString& line, LineForm form = LineForm::Setting)
{
    static const QRegularExpression name(QStringLiteral("[\\p{L}_][\\w.-]*(?: (?:file|path|users|type)(?=\\s*[=:]))?"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    const bool skipsMaybe = isHosts(line);
    auto each = name.globalMatch(line, std::max<qsizetype>(0, scanFrom(line)));
    while (each.hasNext()) {
        const auto match = each.next();
        const SettingSecrecy secrecy = settingSecrecy(match.captured());
        if (secrecy == SettingSecrecy::Open || (skipsMaybe && secrecy == SettingSecrecy::Maybe))
            continue;
        NamedSetting setting{match.captured(), {}, 0};
        setting.sign = signAfter(line, match, setting.valueAt);
        if (setting.sign.isNull() || (form == LineForm::Message && setting.sign != u'='))
            continue;
        static const QRegularExpression opens(QStringLiteral("\\A[\\s\\[{(|>+-]*\\d?\\s*\\z"));
        if (setting.sign != u' ' && setting.sign != u',' && opens.match(line.mid(setting.valueAt)).hasMatch())
            return {-1, setting, secrecy, true};
        if (isSecretSetting(line, setting, secrecy))
            return {setting.valueAt, setting, secrecy, false};
    }
    return {};
}

/// Goes down the lines of a text and knows what a line above began.
class Withholding
{
public:
    QString line(const QString& raw);

private:
    enum class Within { Nothing, Key, Quotes, Continued, Element, Below, Block, Section };

    bool isStillWithin(const QString& raw);
    QString withinLine(const QString& raw);
    QString freeLine(const QString& raw);
    QString childLine(const QString& raw) const;
    void enter(const QString& raw, const FoundSecret& found);

    Within m_within = Within::Nothing;
    QChar m_quote;
    qsizetype m_indent = 0;
    bool m_isSure = false;
    int m_named = 0; ///< lines on which the value of a name above may stand
};

bool isBlank(const QString& line)
{
    return line.trimmed().isEmpty();
}

QString whole(const QString& raw)
{
    return isBlank(raw) ? raw : cut(raw, indentOf(raw));
}

bool Withholding::isStillWithin(const QString& raw)
{
    switch (m_within) {
    case Within::Block:
    case Within::Below: {
        if (isBlank(raw))
            return true;
        const bool isItem = raw.trimmed().startsWith(u'-') && indentOf(raw) == m_indent;
        return indentOf(raw) > m_indent || isItem;
    }
    case Within::Section:
        return !raw.trimmed().startsWith(u'[');
    default:
        return m_within != Within::Nothing;
    }
}

// Of what stands below a secret's name: names stay, and what is plainly no secret.
QString Withholding::childLine(const QString& raw) const
{
    static const QRegularExpression pair(QStringLiteral("\\A\\s*(?:- )?[\"']?([\\w.-]+)[\"']?\\s*[:=]\\s*(.*)\\z"),
                                         QRegularExpression::UseUnicodePropertiesOption |
                                             QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression brackets(QStringLiteral("\\A[\\s\\[\\]{}(),;-]*\\z"));
    const auto match = pair.match(raw);
    if (brackets.match(raw).hasMatch() || (isComment(raw) && secretIn(raw).at < 0 && unnamedSecretAt(raw) < 0))
        return raw;
    if (!match.hasMatch())
        return whole(raw);
    static const QRegularExpression plainName(QStringLiteral("\\A(?:name|type|user|username|file|path|external)\\z"));
    const bool isOpen = match.capturedLength(2) == 0 || plainName.match(match.captured(1)).hasMatch() ||
                        isHarmlessValue(match.captured(2), m_isSure ? SettingSecrecy::Sure : SettingSecrecy::Maybe);
    return isOpen ? raw : cut(raw, match.capturedStart(2));
}

QString Withholding::withinLine(const QString& raw)
{
    switch (m_within) {
    case Within::Key:
        if (!raw.contains(QStringLiteral("-----END")))
            return whole(raw);
        m_within = Within::Nothing;
        return raw.trimmed().startsWith(QStringLiteral("-----END")) && raw.trimmed().endsWith(QStringLiteral("-----"))
                   ? raw
                   : whole(raw);
    case Within::Quotes:
        m_within = hasOddQuotes(raw, m_quote) ? Within::Nothing : m_within;
        return whole(raw);
    case Within::Continued:
        m_within = raw.trimmed().endsWith(u'\\') ? m_within : Within::Nothing;
        return whole(raw);
    case Within::Element:
        m_within = raw.contains(QStringLiteral("</")) ? Within::Nothing : m_within;
        return raw.trimmed().startsWith(QStringLiteral("</")) ? raw : whole(raw);
    case Within::Block:
        return whole(raw);
    default:
        return childLine(raw);
    }
}

void Withholding::enter(const QString& raw, const FoundSecret& found)
{
    const QString value = raw.mid(found.setting.valueAt).trimmed();
    m_indent = indentOf(raw);
    m_isSure = found.secrecy == SettingSecrecy::Sure;
    if (found.isEmpty && !isComment(raw)) {
        const bool isBlock = value.startsWith(u'|') || value.startsWith(u'>');
        m_within = isBlock ? Within::Block : found.setting.sign == u'>' ? Within::Element : Within::Below;
    } else if (found.at >= 0 && value.endsWith(u'\\')) {
        m_within = Within::Continued;
    } else if (found.at >= 0 && opensQuotes(value)) {
        m_within = Within::Quotes;
        m_quote = value.at(0);
    }
}

QString Withholding::freeLine(const QString& raw)
{
    static const QRegularExpression key(QStringLiteral("-----BEGIN [^-]*(?:PRIVATE|SECRET|STATIC) KEY[^-]*-----"),
                                        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression section(
        QStringLiteral("\\A\\s*\\[(?:secrets?|passwords?|tokens?|credentials?|admins)\\]\\s*\\z"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression named(
        QStringLiteral("(?:\\A|[<\"'\\s-])(?:name|key|property|variable|env)[\"']?\\s*[:=>]\\s*[\"']?([\\w.-]+)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression value(
        QStringLiteral("\\A\\s*(?:- )?[<\"']?(?:value|val|string|default|data|content)[\"']?\\s*[:=>]\\s*"),
        QRegularExpression::CaseInsensitiveOption);
    const auto begin = key.match(raw);
    const FoundSecret found = secretIn(raw);
    QList<qsizetype> places{found.at, unnamedSecretAt(raw)};
    if (begin.hasMatch()) {
        m_within = raw.indexOf(QStringLiteral("-----END"), begin.capturedEnd()) < 0 ? Within::Key : Within::Nothing;
        places.append(isBlank(raw.mid(begin.capturedEnd())) ? -1 : begin.capturedEnd());
    } else if (section.match(raw).hasMatch()) {
        m_within = Within::Section;
        m_isSure = true;
    } else {
        enter(raw, found);
    }
    constexpr int linesToValue = 3;
    const auto set = value.match(raw);
    if (m_named-- > 0 && set.hasMatch() && !isHarmlessValue(raw.mid(set.capturedEnd()), SettingSecrecy::Sure))
        places.append(set.capturedEnd());
    const auto name = named.match(raw);
    if (name.hasMatch())
        m_named = settingSecrecy(name.captured(1)) != SettingSecrecy::Open ? linesToValue : 0;
    places.removeAll(-1);
    return places.isEmpty() ? raw : cut(raw, *std::ranges::min_element(places));
}

QString Withholding::line(const QString& raw)
{
    if (isStillWithin(raw))
        return withinLine(raw);
    m_within = Within::Nothing;
    return freeLine(raw);
}

} // namespace

QString withoutSecrets(const QString& text)
{
    Withholding withholding;
    QStringList lines;
    for (const QString& line : text.split(u'\n'))
        lines.append(withholding.line(line));
    return lines.join(u'\n');
}

QString messageWithoutSecrets(const QString& message)
{
    QStringList lines;
    for (const QString& line : message.split(u'\n')) {
        QList<qsizetype> places{secretIn(line, LineForm::Message).at, unnamedSecretAt(line)};
        places.removeAll(-1);
        lines.append(places.isEmpty() ? line : cut(line, *std::ranges::min_element(places)));
    }
    return lines.join(u'\n');
}

int withheldLines(const QString& text)
{
    static const QRegularExpression withheld(QStringLiteral("\u2026 sha256 [0-9a-f]{16}$"),
                                             QRegularExpression::MultilineOption);
    int count = 0;
    for (auto each = withheld.globalMatch(text); each.hasNext(); each.next())
        ++count;
    return count;
}

} // namespace snowmelt
