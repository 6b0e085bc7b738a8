// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "app/cli/cli_text.h"
#include "models/domain/drift/drift.h"

#include <QIODevice>
#include <QTextStream>

#include <cstdio>
#include <sys/ioctl.h>
#include <unistd.h>

namespace snowmelt {
namespace {

const char* escapeOf(TerminalInk ink)
{
    switch (ink) {
    case TerminalInk::Plain:
        return "";
    case TerminalInk::Faint:
        return "\x1b[2m";
    case TerminalInk::Strong:
        return "\x1b[1m";
    case TerminalInk::Blue:
        return "\x1b[34m";
    case TerminalInk::Green:
        return "\x1b[32m";
    case TerminalInk::Amber:
        return "\x1b[33m";
    case TerminalInk::Red:
        return "\x1b[31m";
    case TerminalInk::Violet:
        return "\x1b[35m";
    }
    return "";
}

bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFF60) ||
           (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

void writeTo(FILE* stream, const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

int terminalWidth()
{
    winsize size{};
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

std::optional<QString> readLineOfStdin()
{
    QTextStream in(stdin, QIODevice::ReadOnly);
    const QString line = in.readLine();
    return line.isNull() ? std::nullopt : std::optional(line);
}

/// As much of the text as fits into `columns`.
QString cut(const QString& text, int columns)
{
    QString kept;
    int used = 0;
    for (const char32_t c : text.toUcs4()) {
        used += isWide(c) ? 2 : 1;
        if (used > columns)
            break;
        kept += QString::fromUcs4(&c, 1);
    }
    return kept;
}

} // namespace

int columnsOf(const QString& text)
{
    int columns = 0;
    for (const char32_t c : text.toUcs4())
        columns += isWide(c) ? 2 : 1;
    return columns;
}

Console Console::ofProcess()
{
    Ends ends;
    ends.out = [](const QByteArray& bytes) { writeTo(stdout, bytes); };
    ends.err = [](const QByteArray& bytes) { writeTo(stderr, bytes); };
    ends.readLine = readLineOfStdin;
    ends.outBroke = [] { return std::ferror(stdout) != 0; };
    ends.outIsTerminal = isatty(STDOUT_FILENO);
    ends.errIsTerminal = isatty(STDERR_FILENO);
    ends.inIsTerminal = isatty(STDIN_FILENO);
    ends.device = QByteArrayLiteral("/dev/tty");
    ends.colour = qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
    ends.width = terminalWidth();
    return Console(std::move(ends));
}

QByteArray Console::rendered(const Line& line, bool terminal) const
{
    QByteArray bytes;
    for (const Span& span : line) {
        const QByteArray text = displayText(span.text.toUtf8()).toUtf8();
        if (terminal && m_ends.colour && span.ink != TerminalInk::Plain)
            bytes += escapeOf(span.ink) + text + "\x1b[0m";
        else
            bytes += text;
    }
    return bytes;
}

void Console::out(const Line& line)
{
    clearProgress();
    m_ends.out(rendered(line, m_ends.outIsTerminal) + '\n');
}

void Console::err(const Line& line)
{
    clearProgress();
    m_ends.err(rendered(line, m_ends.errIsTerminal) + '\n');
}

void Console::outJson(const QByteArray& json)
{
    m_ends.out(json + '\n');
}

bool Console::outFile(const QByteArray& bytes)
{
    clearProgress();
    m_ends.out(bytes);
    return !m_ends.outBroke || !m_ends.outBroke();
}

void Console::progress(const QString& text)
{
    if (text == m_lastProgress)
        return;
    m_lastProgress = text;
    if (!m_ends.outIsTerminal) {
        out(text);
        return;
    }
    // One column is left free: some terminals wrap when the last one is written.
    const QString shown = cut(displayText(text.toUtf8()), m_ends.width - 1);
    m_ends.out("\r\x1b[K" + shown.toUtf8());
    m_progressShown = true;
}

void Console::clearProgress()
{
    if (m_progressShown)
        m_ends.out("\r\x1b[K");
    m_progressShown = false;
}

bool Console::ask(const QString& question)
{
    clearProgress();
    const QString yes = CliText::tr("yes");
    const QString prompt = CliText::tr("Type “%1” to go on: ").arg(yes);
    err(question);
    m_ends.err(prompt.toUtf8());
    const QString answer = m_ends.readLine().value_or(QString()).trimmed();
    return answer.compare(yes, Qt::CaseInsensitive) == 0 || answer.compare(u"yes", Qt::CaseInsensitive) == 0;
}

} // namespace snowmelt
