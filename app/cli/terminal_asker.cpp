// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal_asker.h"

#include "app/cli/cli_text.h"
#include "models/domain/drift/drift.h"

#include <QSocketNotifier>

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace snowmelt {

/// The terminal, opened for itself: that reading it does not wait concerns nobody else's stdin.
class TerminalAsker::Device
{
public:
    explicit Device(const QByteArray& path)
        : m_descriptor(::open(path.constData(), O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK))
    {
        if (m_descriptor >= 0)
            m_news = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    }
    ~Device()
    {
        restore();
        m_news.reset();
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;

    bool works() const { return m_descriptor >= 0; }
    QSocketNotifier* news() const { return m_news.get(); }
    void write(const QByteArray& bytes) const;
    /// What was typed; nullopt: nothing more comes. Nothing yet is empty.
    std::optional<QByteArray> read() const;
    /// What was typed before it was asked for is nobody's answer.
    void forgetTyped() const { tcflush(m_descriptor, TCIFLUSH); }
    /// Until restore(). Keys that would stop or end the program while nothing is echoed are keys like others; Ctrl+C
    /// cancels, which restores.
    void hideTyping();
    void restore();

private:
    bool isWritable() const; ///< within a second

    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_news;
    std::optional<termios> m_before;
};

void TerminalAsker::Device::write(const QByteArray& bytes) const
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const ssize_t part = ::write(m_descriptor, bytes.constData() + written, size_t(bytes.size() - written));
        if (part > 0)
            written += part;
        else if (errno == EAGAIN && !isWritable())
            return; // stopped, as by Ctrl+S: what is not shown holds up nobody
        else if (errno != EINTR && errno != EAGAIN)
            return;
    }
}

bool TerminalAsker::Device::isWritable() const
{
    pollfd device{m_descriptor, POLLOUT, 0};
    return ::poll(&device, 1, 1000) > 0;
}

std::optional<QByteArray> TerminalAsker::Device::read() const
{
    char bytes[1024];
    const ssize_t size = ::read(m_descriptor, bytes, sizeof bytes);
    if (size > 0)
        return QByteArray(bytes, size);
    const bool later = size < 0 && (errno == EAGAIN || errno == EINTR);
    return later ? std::optional(QByteArray()) : std::nullopt;
}

void TerminalAsker::Device::hideTyping()
{
    termios now{};
    if (m_before || tcgetattr(m_descriptor, &now) != 0)
        return;
    m_before = now;
    now.c_lflag &= ~tcflag_t(ECHO | ECHOE | ECHOK);
    now.c_lflag |= ICANON | ISIG | ECHONL;
    now.c_cc[VSUSP] = _POSIX_VDISABLE;
    now.c_cc[VQUIT] = _POSIX_VDISABLE;
    tcsetattr(m_descriptor, TCSAFLUSH, &now);
}

void TerminalAsker::Device::restore()
{
    if (m_before)
        tcsetattr(m_descriptor, TCSAFLUSH, &*m_before);
    m_before.reset();
}

TerminalAsker::TerminalAsker(const QByteArray& device, std::function<void(const AccessAnswer&)> answer)
    : m_device(std::make_unique<Device>(device)), m_answer(std::move(answer))
{
    if (!m_device->works())
        return;
    m_device->news()->setEnabled(false);
    connect(m_device->news(), &QSocketNotifier::activated, this, &TerminalAsker::read);
}

TerminalAsker::~TerminalAsker() = default;

void TerminalAsker::ask(const AccessQuestion& question)
{
    if (!m_device->works())
        return m_answer({question.id, false, {}, false});
    m_waiting.enqueue(question);
    if (!m_now)
        begin();
}

void TerminalAsker::begin()
{
    if (m_waiting.isEmpty())
        return;
    m_now.emplace(m_waiting.dequeue());
    m_device->forgetTyped();
    m_device->news()->setEnabled(true);
    for (const QString& line : m_now->heading())
        write(line + u'\n');
    prompt();
}

void TerminalAsker::prompt()
{
    const std::optional<AccessPrompt> next = m_now->next();
    if (!next) {
        const AccessAnswer answer = m_now->answer();
        end();
        return m_answer(answer);
    }
    if (!next->echo)
        m_device->hideTyping(); // before it is asked for: who types at once is not seen either
    write(next->text.endsWith(u' ') ? next->text : QString(next->text + u' '));
}

void TerminalAsker::read()
{
    const std::optional<QByteArray> more = m_device->read();
    if (!more) {
        m_device->restore();
        m_now->giveUp();
        write(QStringLiteral("\n"));
        return prompt();
    }
    m_typed += *more;
    while (m_now && m_typed.contains('\n')) {
        const QByteArray line = m_typed.left(m_typed.indexOf('\n'));
        m_typed.remove(0, line.size() + 1);
        take(line);
    }
}

void TerminalAsker::take(const QByteArray& line)
{
    m_device->restore();
    const QString remark = m_now->take(line);
    if (!remark.isEmpty())
        write(remark + u'\n');
    prompt();
}

void TerminalAsker::close(const QString& question)
{
    m_waiting.removeIf([&](const AccessQuestion& one) { return one.id == question; });
    if (!m_now || m_now->question().id != question)
        return;
    end();
    write(u'\n' + CliText::tr("No answer is needed any more.") + u'\n');
    begin();
}

/// The next one begins from the loop: who asked hears the answer first.
void TerminalAsker::end()
{
    m_device->restore();
    m_device->news()->setEnabled(false);
    m_now.reset();
    m_typed.fill('\0');
    m_typed.clear();
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_now)
                begin();
        },
        Qt::QueuedConnection);
}

/// A host's own words cannot drive the terminal.
void TerminalAsker::write(const QString& text)
{
    QByteArray bytes;
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i)
        bytes += (i > 0 ? "\n" : "") + displayText(lines.at(i).toUtf8()).toUtf8();
    m_device->write(bytes);
}

} // namespace snowmelt
