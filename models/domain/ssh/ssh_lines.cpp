// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ssh/ssh_lines.h"

namespace snowmelt {

namespace {

bool isSshBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool endsSshWord(char c)
{
    return isSshBlank(c) || c == '"' || c == '=';
}

/// One argument: begins where `at` stands and leaves it behind the argument.
class SshArgumentReader
{
public:
    SshArgumentReader(const QByteArray& line, qsizetype& at) : m_line(line), m_at(at) {}

    bool read(QByteArray* text)
    {
        while (m_at < m_line.size() && !isOver()) {
            step(text);
            ++m_at;
        }
        return m_quote == 0;
    }

private:
    bool isOver() const { return m_quote == 0 && (m_line.at(m_at) == ' ' || m_line.at(m_at) == '\t'); }
    bool escapes() const
    {
        const char next = m_at + 1 < m_line.size() ? m_line.at(m_at + 1) : '\0';
        return m_line.at(m_at) == '\\' &&
               (next == '\'' || next == '"' || next == '\\' || (m_quote == 0 && next == ' '));
    }
    void step(QByteArray* text)
    {
        const char c = m_line.at(m_at);
        if (escapes())
            text->append(m_line.at(++m_at));
        else if (m_quote == 0 && (c == '"' || c == '\''))
            m_quote = c;
        else if (m_quote != 0 && c == m_quote)
            m_quote = 0;
        else
            text->append(c);
    }

    const QByteArray& m_line;
    qsizetype& m_at;
    char m_quote = 0;
};

} // namespace

int sshColumn(const QByteArray& line, qsizetype offset)
{
    int column = 1;
    for (qsizetype i = 0; i < offset && i < line.size(); ++i)
        column += (static_cast<uchar>(line.at(i)) & 0xC0) != 0x80 ? 1 : 0;
    return column;
}

QByteArray sshTrimmedEnd(QByteArray line)
{
    while (!line.isEmpty() && (isSshBlank(line.back()) || line.back() == '\f'))
        line.chop(1);
    return line;
}

void SshWordReader::skipBlanks()
{
    while (m_at < m_line.size() && isSshBlank(m_line.at(m_at)))
        ++m_at;
}

std::optional<SshWord> SshWordReader::next()
{
    const qsizetype begin = m_at;
    qsizetype stop = begin;
    while (stop < m_line.size() && !endsSshWord(m_line.at(stop)))
        ++stop;
    return stop < m_line.size() && m_line.at(stop) == '"' ? quoted(begin, stop) : upTo(stop);
}

SshWord SshWordReader::upTo(qsizetype stop)
{
    const SshWord word{m_line.mid(m_at, stop - m_at), sshColumn(m_line, m_at)};
    const bool equals = stop < m_line.size() && m_line.at(stop) == '=';
    m_at = qMin(stop + 1, m_line.size());
    skipBlanks();
    if (!equals && m_at < m_line.size() && m_line.at(m_at) == '=') {
        ++m_at; // one "=", with white space around it, parts as white space does
        skipBlanks();
    }
    return word;
}

std::optional<SshWord> SshWordReader::quoted(qsizetype begin, qsizetype quote)
{
    const qsizetype close = m_line.indexOf('"', quote + 1);
    if (close < 0)
        return std::nullopt;
    m_at = close + 1;
    skipBlanks();
    return SshWord{m_line.mid(begin, quote - begin) + m_line.mid(quote + 1, close - quote - 1),
                   sshColumn(m_line, begin)};
}

std::optional<QList<SshWord>> sshArguments(const QByteArray& line, qsizetype from)
{
    QList<SshWord> words;
    for (qsizetype at = from; at < line.size();) {
        const char c = line.at(at);
        if (c == '#')
            break;
        if (c == ' ' || c == '\t') {
            ++at;
            continue;
        }
        SshWord word{{}, words.size() < 1000 ? sshColumn(line, at) : 0}; // counting from the start each time adds up
        if (!SshArgumentReader(line, at).read(&word.text))
            return std::nullopt;
        words.append(word);
    }
    return words;
}

} // namespace snowmelt
