// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/secret_settings.h"

#include "models/domain/drift/probe/open_words.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace snowmelt {

namespace {

bool matches(const QRegularExpression& pattern, const QString& text)
{
    return pattern.match(text).hasMatch();
}

// Of configuration only: on a command line they would hide too much.
bool namesSecretSetting(const QString& name)
{
    static const QRegularExpression more(QStringLiteral(
        "pw|phrase|psw|community|com2sec|createuser|trapsink|trap2sink|informsink|cookie|webhook|private|identified|"
        "kennwort|contrase|\\x{BE44}\\x{BC00}\\x{BC88}\\x{D638}|\\x{C554}\\x{D638}|\\x{30D1}\\x{30B9}\\x{30EF}"));
    return namesSecret(name.toUtf8()) || matches(more, name);
}

bool isOpenName(const QString& name)
{
    static const QRegularExpression nginx(
        QStringLiteral("\\A(?:(?:proxy|fastcgi|uwsgi|scgi|grpc|memcached)_pass(?:_\\w+)?|auth_basic|auth_request)\\z"));
    static const QRegularExpression ending(QStringLiteral(
        "(?:algorithms?|types?|methods?|authentication|files?|path|dir|directory|mgmt|encryption|"
        "tries|retries|interval|timeout|length|expiry|enabled|required|mechanisms?|usage|checking|limit|keysize|"
        "[ _.-](?:min|max|age|days|len|size|bits|ttl|mode|users?|name|host|port|class|format|policy|"
        "provider|module|realm|level|count|limit|warn_age)|username|secretname)\\z"));
    return matches(nginx, name) || matches(ending, name);
}

QString withoutHarmlessParts(QString name)
{
    static const QRegularExpression parts(
        QStringLiteral("author(?!i)|(?:power|reboot|suspend|hibernate)key|keyboard|keymap|keyring|keyserver|keyword|"
                       "hotkey|monkey|bypass|passive|"
                       "passthrough|compass|passenger|passage"));
    return name.remove(parts);
}

bool isWord(const QString& value, SettingSecrecy secrecy)
{
    static const QRegularExpression answer(
        QStringLiteral("\\A(?:yes|no|on|off|true|false|null|none|nil|enabled?|disabled?|prohibit-password|~)\\z"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression method(
        QStringLiteral("\\A(?:(?:plain|login|basic|digest|peer|trust|ident|md5|(?:cram|digest)-md5|"
                       "scram-sha-(?:1|256|512)(?:-plus)?|password|publickey|keyboard-interactive|hostbased|"
                       "gssapi|gssapi-with-mic|kerberos|ntlm|oauth2|xoauth2|wpa-(?:psk|eap)|sae|default|auto|any|all|"
                       "required?|optional|sufficient|requisite|include|substack)[, ]*)+\\z"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression number(
        QStringLiteral("\\A[+-]?\\d{1,9}(?:\\.\\d{1,9})?(?:[kKmMgG][bB]?|ms|[smhdw%])?\\z"));
    return matches(answer, value) ||
           (secrecy == SettingSecrecy::Maybe && (matches(method, value) || matches(number, value)));
}

// A random text may begin with "/": it is a path below a folder that is known, or of a file's name.
bool isPath(const QString& value)
{
    static const QRegularExpression path(QStringLiteral(
        "\\A(?:(?:unix:|file:(?://)?)?/(?:etc|usr|var|run|opt|srv|home|root|tmp|lib|lib64|dev|proc|sys|mnt|data|boot|"
        "snap|nix|media|s?bin)/[\\w./@%~:*+{}-]*|(?:~|\\.{1,2})?/?(?:[\\w.@%-]+/)*[\\w.@%-]*"
        "\\.(?:pem|key|crt|cer|conf|cfg|cnf|ini|sock|socket|gpg|asc|pub|p12|jks|txt|ya?ml|json|so|d)|"
        "(?:~/)?\\.ssh/[\\w.@%-]+)\\z"));
    const QStringList words = value.split(u' ', Qt::SkipEmptyParts);
    return !words.isEmpty() && words.size() <= 4 && std::ranges::all_of(words, [](const QString& word) {
        return word.contains(u'/') && matches(path, word) && word.size() < 256;
    });
}

bool isReference(QString value)
{
    static const QRegularExpression around(QStringLiteral("\\A[\\s\"']+|[\\s\"',;]+\\z"));
    value.remove(around);
    static const QRegularExpression reference(
        QStringLiteral("\\A(?:\\$\\{[A-Za-z_][\\w.]*\\}|\\{\\{ ?[\\w. ]+ ?\\}\\}|%\\(\\w+\\)s|\\$http_\\w+)\\z"));
    return matches(reference, value);
}

bool isAddress(const QString& value)
{
    static const QRegularExpression address(QStringLiteral("\\A[a-z][a-z0-9+.-]*://[\\w.:\\[\\]-]+/?\\z"));
    return matches(address, value);
}

// Without what stands around it: quotes, the end of a statement, an XML element's end.
QString bare(QString value)
{
    static const QRegularExpression around(
        QStringLiteral("\\A[\\s\"'\\[(]+|(?:[\\s\"',;.\\])}{]|/?>|</[\\w:.-]+>)+\\z"));
    return value.remove(around);
}

} // namespace

SettingSecrecy settingSecrecy(const QString& name)
{
    static const QRegularExpression sure(
        QStringLiteral("(?:pass|passw|passwd|passwords?|passphrase|phrase|pw|pwd|psw|secrets?|tokens?|psk|community|"
                       "com2sec|createuser|trapsink|trap2sink|informsink|cookie|webhook\\w*|passwort|"
                       "kennwort|identified|authorization)\\d*\\z"));
    const QString lower = withoutHarmlessParts(name.toLower());
    if (!namesSecretSetting(lower) || isOpenName(lower))
        return SettingSecrecy::Open;
    return matches(sure, lower) ? SettingSecrecy::Sure : SettingSecrecy::Maybe;
}

bool isHarmlessValue(const QString& value, SettingSecrecy secrecy)
{
    constexpr qsizetype longest = 400;
    if (value.size() > longest)
        return false;
    const QString inner = bare(value);
    return inner.isEmpty() || isWord(inner, secrecy) || isPath(inner) || isReference(value) ||
           (secrecy == SettingSecrecy::Maybe && isAddress(inner));
}

qsizetype unnamedSecretAt(const QString& line)
{
    // Each is withheld from where it ends; what stands before stays readable.
    static const QRegularExpression forms[] = {
        QRegularExpression(QStringLiteral("\\b[A-Za-z][\\w+.-]{0,30}://(?=[^\\s@\"'<>/]{0,200}:[^\\s\"'<>@]{0,400}@)")),
        QRegularExpression(QStringLiteral("\\b(?:https?|ftps?)://(?=[^\\s/@\"'<>]{1,400}@)")),
        QRegularExpression(
            QStringLiteral("(?<![\\w/@.:-])(?!mailto:)[\\w.+-]{1,64}:(?=[^\\s:@/\"'][^\\s:@\"']{0,200}@[\\w(\\[])")),
        QRegularExpression(QStringLiteral("\\b[Bb]asic\\s+(?=[A-Za-z0-9+/_-]{6,}={0,2}(?![\\w]))"
                                          "(?=[A-Za-z+/_-]*(?:[0-9=]|[a-z][A-Z]))")),
        QRegularExpression(QStringLiteral("\\b[Bb]earer\\s+(?=[\\w.~+/=-]{8,})")),
        QRegularExpression(QStringLiteral("(?=\\$(?:1|2[abxy]?|5|6|7|y|gy|md5|sha1|apr1|argon2[a-z]*|pbkdf2[\\w-]*|"
                                          "scrypt|bcrypt[\\w-]*)\\$[\\w./=,+-]+\\$)")),
        QRegularExpression(QStringLiteral("(?:SCRAM-SHA-(?:1|256)\\$|(?<!\\w)md5(?=[0-9a-f]{32}(?!\\w)))")),
        QRegularExpression(QStringLiteral("\\{(?:PLAIN|CLEARTEXT|CRYPT|SMD5|MD5|SSHA\\d*|SHA\\d*|PBKDF2[\\w-]*|"
                                          "ARGON2\\w*|BLF-CRYPT|[A-Z0-9]+-CRYPT)(?:\\.\\w+)?\\}(?=\\S)")),
        QRegularExpression(QStringLiteral("\\b(?=(?:AKIA|ASIA)[A-Z0-9]{16}|gh[pousr]_\\w{20}|github_pat_\\w|"
                                          "xox[abprs]-\\w|glpat-\\w|[sr]k_live_\\w|hvs\\.\\w{8}|AGE-SECRET-KEY-1|"
                                          "eyJ[\\w-]{8,}\\.[\\w-]{8,})")),
        QRegularExpression(QStringLiteral("\\A\\s*[^:\\s#]+:(?:\\d+|\\*):[^:\\s]+:[^:\\s]+:(?=[^:\\s][^:]*\\z)")),
        QRegularExpression(QStringLiteral("(?:\\A|[\\s/=\"'])(?:(?:mysql|mariadb)[\\w-]*\\s(?:.{0,300}?\\s)?-p(?=\\S)|"
                                          "(?:curl|wget)\\s(?:.{0,300}?\\s)?(?:-u|--user)[ =]?(?=\\S*:\\S)|"
                                          "redis-cli\\s(?:.{0,300}?\\s)?-a\\s*(?=\\S)|"
                                          "ldap[a-z]+\\s(?:.{0,300}?\\s)?-w\\s*(?=\\S)|"
                                          "snmp[a-z]+\\s(?:.{0,300}?\\s)?-c\\s*(?=\\S)|"
                                          "smbclient\\s(?:.{0,300}?\\s)?-U\\s*(?=\\S*%))")),
        QRegularExpression(QStringLiteral("\\bhooks\\.slack\\.com/(?=\\S)")),
    };
    qsizetype at = -1;
    for (const QRegularExpression& form : forms) {
        const auto match = form.match(line);
        if (match.hasMatch() && (at < 0 || match.capturedEnd() < at))
            at = match.capturedEnd();
    }
    return at;
}

} // namespace snowmelt
