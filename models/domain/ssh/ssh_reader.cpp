// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ssh/ssh_reader.h"

#include "models/domain/blueprint/nearest.h"
#include "models/domain/ssh/ssh_match.h"
#include "models/domain/ssh/ssh_patterns.h"
#include "models/domain/ssh/ssh_tokens.h"

#include <QStringDecoder>

namespace snowmelt {

SshConfigReader::SshConfigReader(const SshQuery& query, const SshFiles& files) : m_query(query), m_files(files)
{
    if (!query.user.isEmpty())
        m_options.user = SshText{query.user, {}};
    if (query.port > 0)
        m_options.port = query.port;
}

QList<SshProblem> SshConfigReader::problems() const
{
    QList<SshProblem> all = m_problems;
    if (m_moreProblems > 0)
        all.append({SshProblemCode::MoreProblems, {QString::number(m_moreProblems)}, all.constLast().place});
    return all;
}

void SshConfigReader::readFile(const QString& path, Source source)
{
    m_source = source;
    m_path = path;
    m_line = 0;
    m_active = true;
    m_stack = {path};
    ++m_filesRead;
    const SshFileRead file = m_files.read(path);
    if (file.state == SshFileRead::State::Unreadable)
        report(SshProblemCode::Unreadable, {path}, place(0));
    readBytes(file.bytes);
}

void SshConfigReader::readBytes(const QByteArray& bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype end = bytes.indexOf('\n', at);
        const qsizetype stop = end < 0 ? bytes.size() : end;
        ++m_line;
        readLine(sshTrimmedEnd(bytes.mid(at, stop - at)));
        at = stop + 1;
    }
}

void SshConfigReader::readLine(const QByteArray& bytes)
{
    Line line;
    const qsizetype nul = bytes.indexOf('\0');
    if (nul >= 0)
        report(SshProblemCode::NulByte, {}, place(sshColumn(bytes, nul)));
    else if (split(bytes, &line))
        apply(line);
}

// The keyword, which may have white space or even a delimiter before it, and its arguments.
bool SshConfigReader::split(const QByteArray& bytes, Line* line)
{
    SshWordReader words(bytes);
    std::optional<SshWord> word = words.next();
    if (word && word->text.isEmpty())
        word = words.next();
    if (!word) {
        report(SshProblemCode::InvalidQuotes, {}, place(1));
        return false;
    }
    if (word->text.isEmpty() || word->text.startsWith('#'))
        return false;
    *line = {bytes, word->text.toLower(), word->column, words.position(), {}};
    const std::optional<QList<SshWord>> arguments = sshArguments(bytes, line->rest);
    if (line->rest >= bytes.size())
        report(SshProblemCode::MissingArgument, *line);
    else if (!arguments)
        report(SshProblemCode::InvalidQuotes, {}, place(sshColumn(bytes, line->rest)));
    line->arguments = arguments.value_or(QList<SshWord>());
    return line->rest < bytes.size() && arguments;
}

void SshConfigReader::apply(Line& line)
{
    const SshKeywordRule rule = sshKeywordRule(line.keyword);
    if (rule.keyword == SshKeyword::Unknown)
        return applyUnknown(line);
    line.keyword = rule.name;
    if (rule.keyword == SshKeyword::NotSupported)
        return noteUnsupported(line, rule);
    if (rule.keyword != SshKeyword::Ignored && !applyBlock(line, rule.keyword) && !applyText(line, rule.keyword))
        applyValue(line, rule.keyword);
}

void SshConfigReader::applyUnknown(const Line& line)
{
    const QByteArray known = m_options.ignoreUnknown ? m_options.ignoreUnknown->text.toUtf8() : QByteArray();
    if (matchesSshPatternList(line.keyword, known))
        return;
    const QString keyword = QString::fromUtf8(line.keyword.left(100)); // as much as a message can show
    report(SshProblemCode::UnknownKeyword, {keyword, nearest(keyword, sshKeywordNames())}, place(line.column));
}

bool SshConfigReader::applyBlock(const Line& line, SshKeyword keyword)
{
    switch (keyword) {
    case SshKeyword::Host:
        applyHost(line);
        return true;
    case SshKeyword::Match:
        applyMatch(line);
        return true;
    case SshKeyword::Include:
        include(line);
        return true;
    default:
        return false;
    }
}

void SshConfigReader::applyHost(const Line& line)
{
    const QByteArray host = m_query.host.toUtf8();
    bool matches = false;
    bool refused = false;
    for (const SshWord& word : line.arguments) {
        const bool negated = word.text.startsWith('!');
        if (word.text.isEmpty())
            report(SshProblemCode::MissingArgument, line);
        const bool hit = matchesSshPattern(host, QByteArrayView(word.text).sliced(negated ? 1 : 0));
        matches = matches || (hit && !negated);
        refused = refused || (hit && negated);
    }
    m_active = matches && !refused && !m_never;
}

void SshConfigReader::applyMatch(const Line& line)
{
    const SshPerson& person = m_query.person;
    const QString user = m_options.user ? m_options.user->text : person.user;
    const SshMatchSubject subject{hostSoFar().toUtf8(), m_query.host.toUtf8(), user.toUtf8(), person.user.toUtf8()};
    const SshMatchVerdict verdict = judgeSshMatch(line.bytes, line.rest, subject);
    if (verdict.broken)
        report(SshProblemCode::BadMatch, {QString::fromUtf8(verdict.broken->text)}, place(verdict.broken->column));
    for (const SshWord& word : verdict.unsupported) {
        if (!m_never)
            m_unsupported.append({u"Match " + QString::fromUtf8(word.text),
                                  QString::fromUtf8(line.bytes.mid(line.rest)), place(word.column)});
    }
    m_active = verdict.applies && !m_never;
}

QString SshConfigReader::hostSoFar() const
{
    if (!m_options.hostName)
        return m_query.host;
    const SshExpansion expansion = expandSshTokens(m_options.hostName->text, {{u'h', m_query.host}});
    return expansion.ok() ? expansion.text : m_options.hostName->text;
}

// As with every keyword the first value counts; certificates add up.
void SshConfigReader::noteUnsupported(const Line& line, const SshKeywordRule& rule)
{
    const QByteArray name = rule.name;
    if (line.arguments.isEmpty() && m_active)
        return report(SshProblemCode::MissingArgument, line);
    if (!m_active || m_unsupportedSeen.contains(name))
        return;
    if (name != "CertificateFile")
        m_unsupportedSeen.insert(name);
    const QByteArray value = line.arguments.constFirst().text.toLower();
    if (!QByteArray(rule.harmless).split(',').contains(value))
        m_unsupported.append(
            {QString::fromUtf8(name), QString::fromUtf8(line.bytes.mid(line.rest)), place(line.column)});
}

std::optional<QString> SshConfigReader::decoded(const SshWord& word)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(word.text);
    if (!decoder.hasError())
        return text;
    report(SshProblemCode::NotUtf8, {}, place(word.column));
    return std::nullopt;
}

void SshConfigReader::report(SshProblemCode code, const QStringList& args, const SshPlace& place)
{
    if (m_problems.size() < problemLimit)
        m_problems.append({code, args, place});
    else
        ++m_moreProblems;
}

void SshConfigReader::report(SshProblemCode code, const Line& line, const QString& value)
{
    QStringList args{QString::fromUtf8(line.keyword.left(100))};
    if (!value.isEmpty())
        args << value.left(200);
    report(code, args, place(line.column));
}

} // namespace snowmelt
