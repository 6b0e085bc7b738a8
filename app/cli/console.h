// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace snowmelt {

/// Hue means the same as in the window: blue and green the sides of a deployment, amber degraded, red down or failed,
/// violet drift.
enum class TerminalInk { Plain, Faint, Strong, Blue, Green, Amber, Red, Violet };

struct Span
{
    QString text;
    TerminalInk ink = TerminalInk::Plain;
};
using Line = QList<Span>;

/// Terminal columns of a text: Hangul and other wide characters take two.
int columnsOf(const QString& text);

/// What a verb speaks through. Everything a person reads passes line(), which shows control characters instead of
/// obeying them, so that a file name on a node cannot drive the terminal.
class Console
{
public:
    struct Ends
    {
        std::function<void(const QByteArray&)> out;
        std::function<void(const QByteArray&)> err;
        std::function<std::optional<QString>()> readLine; ///< nullopt: end of input
        std::function<bool()> outBroke{};                 ///< something of `out` was lost; unset: never
        bool outIsTerminal = false;
        bool errIsTerminal = false;
        bool inIsTerminal = false;
        QByteArray device{}; ///< where a person types what a host is not reached without: "/dev/tty"
        bool colour = false; ///< allowed; used on a terminal only
        int width = 80;
    };
    explicit Console(Ends ends) : m_ends(std::move(ends)) {}
    /// This process's streams; NO_COLOR and TERM=dumb are honoured.
    static Console ofProcess();

    void out(const Line& line);
    void err(const Line& line);
    void out(const QString& text) { out(Line{{text, TerminalInk::Plain}}); }
    void err(const QString& text) { err(Line{{text, TerminalInk::Plain}}); }
    void outJson(const QByteArray& json);  ///< as it is, with a line end
    bool outFile(const QByteArray& bytes); ///< as they are; false: they did not all go out

    /// One line of progress that the next output replaces; a line of its own when stdout is no terminal.
    void progress(const QString& text);

    bool canAsk() const { return m_ends.inIsTerminal && m_ends.errIsTerminal; }
    /// Empty unless canAsk().
    QByteArray device() const { return canAsk() ? m_ends.device : QByteArray(); }
    /// "yes" said in full. Only when canAsk().
    bool ask(const QString& question);

    /// Takes the line of progress away: somebody else writes on the terminal now.
    void clearProgress();

private:
    QByteArray rendered(const Line& line, bool terminal) const;

    Ends m_ends;
    bool m_progressShown = false;
    QString m_lastProgress;
};

} // namespace snowmelt
