// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe/open_words.h"
#include "models/domain/drift/probe/piece.h"

#include <algorithm>
#include <cctype>

namespace snowmelt {

namespace {

// sudo does not read files with a dot or a ~ at the end; sudoers(5).
constexpr auto sudoersText = R"sh(
need head ls
look_into /etc/sudoers.d
text /etc/sudoers
for file in /etc/sudoers.d/*; do
    case ${file##*/} in *.*|*~) continue ;; esac
    text "$file"
done
)sh";

QList<QByteArray> wholeLines(const QByteArray& content)
{
    return nonEmptyLines(QByteArray(content).replace("\\\n", " "));
}

// "#1000" is a user id, "#include" an order; any other # begins a comment unless a backslash or quotes hold it.
qsizetype commentAt(const QByteArray& line)
{
    bool quoted = false;
    for (qsizetype at = 0; at < line.size(); ++at) {
        const char letter = line.at(at);
        if (letter == '\\') {
            ++at;
        } else if (letter == '"') {
            quoted = !quoted;
        } else if (letter == '#' && !quoted) {
            const bool isId = at + 1 < line.size() && std::isdigit(uchar(line.at(at + 1)));
            if (!isId && !line.mid(at).startsWith("#include"))
                return at;
        }
    }
    return -1;
}

// Where its commands begin: behind the "=" of a user's rule or of a Cmnd_Alias. Settings and other aliases have none.
qsizetype commandsAt(const QByteArray& rule)
{
    for (const char* other : {"Defaults", "User_Alias", "Runas_Alias", "Host_Alias", "#include", "@include"}) {
        if (rule.startsWith(other))
            return rule.size();
    }
    const qsizetype sign = rule.indexOf('=');
    return sign < 0 ? rule.size() : sign + 1;
}

// At commas that no backslash and no parenthesis ("(a, b)": as whom) holds.
QList<QByteArray> listedCommands(const QByteArray& text)
{
    QList<QByteArray> parts{{}};
    int open = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char letter = text.at(at);
        open += letter == '(' ? 1 : letter == ')' ? -1 : 0;
        if (letter == ',' && open <= 0) {
            parts.append(QByteArray());
            continue;
        }
        parts.last() += letter;
        if (letter == '\\' && at + 1 < text.size())
            parts.last() += text.at(++at);
    }
    return parts;
}

// "(root) NOPASSWD: /usr/bin/mysql -pX": what stands behind the program may be a secret, as in a crontab.
QByteArray openCommand(const QByteArray& command, const QByteArray& salt)
{
    const QList<QByteArray> words = command.split(' ');
    const auto program = std::ranges::find_if(words, [](const QByteArray& word) {
        return word.startsWith('/') || word.startsWith("!/") || word.startsWith("sudoedit") || word.startsWith('^');
    });
    if (program == words.cend() || program + 1 == words.cend())
        return command;
    const QList<QByteArray> before(words.cbegin(), program + 1);
    return before.join(' ') + ' ' + shownCommand(QList<QByteArray>(program + 1, words.cend()), salt);
}

QByteArray openRule(const QByteArray& rule, const QByteArray& salt)
{
    const qsizetype at = commandsAt(rule);
    QByteArrayList commands;
    for (const QByteArray& command : listedCommands(rule.mid(at)))
        commands.append(openCommand(command, salt));
    return rule.left(at) + commands.join(',');
}

QString readSudoers(const QByteArray& body, ProbeFacts& facts)
{
    const auto texts = readNodeTexts(body, facts.nonce);
    if (!texts)
        return nonsense();
    FactTable& table = facts.tables[DriftSection::Sudoers];
    for (const NodeText& text : *texts) {
        for (const QByteArray& line : wholeLines(text.content)) {
            const QByteArray rule = openRule(oneSpaced(line.mid(0, commentAt(line))), facts.salt);
            if (rule.isEmpty())
                continue;
            FactRow row;
            row.fields.insert(QStringLiteral("rule"), factValue(rule));
            table.insert(text.path + ": " + rule, row);
        }
    }
    return {};
}

} // namespace

QList<ProbePiece> sudoersPieces()
{
    return {{"sudoers", DriftSection::Sudoers, ProbePiece::Quick, sudoersText, readSudoers}};
}

} // namespace snowmelt
