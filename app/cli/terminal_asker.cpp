// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal_asker.h"

#include "app/cli/cli_text.h"
#include "models/domain/drift/drift.h"

#include <QSocketNotifier>

#include <algorithm>

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace snowmelt {

namespace {

/// Hosts that are reached at one time show their keys one soon after the other.
constexpr qint64 nextKeyMs = 500;
constexpr qint64 allKeysMs = 3000;

} // namespace

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
    m_gathering.setSingleShot(true);
    connect(&m_gathering, &QTimer::timeout, this, &TerminalAsker::begin);
}

TerminalAsker::~TerminalAsker() = default;

void TerminalAsker::ask(const AccessQuestion& question)
{
    if (!m_device->works())
        return m_answer({question.id, false, {}, false});
    m_waiting.enqueue(question);
    if (isAsking())
        return;
    if (question.kind == AccessKind::HostKey)
        gather();
    else if (!m_gathering.isActive())
        begin();
}

void TerminalAsker::gather()
{
    if (!m_gathering.isActive())
        m_gatheringSince.start();
    m_gathering.start(int(std::clamp(allKeysMs - m_gatheringSince.elapsed(), qint64(0), nextKeyMs)));
}

void TerminalAsker::begin()
{
    m_gathering.stop();
    if (m_waiting.isEmpty())
        return;
    const QList<AccessQuestion> keys = takeKeys();
    if (keys.size() > 1)
        m_keys.emplace(keys);
    else
        m_now.emplace(keys.isEmpty() ? m_waiting.dequeue() : keys.first());
    m_device->forgetTyped();
    m_device->news()->setEnabled(true);
    const QStringList heading = m_keys ? m_keys->heading() : m_now->heading();
    for (const QString& line : heading)
        write(line + u'\n');
    prompt();
}

/// All host keys that wait, when it is their turn and they were not to be asked one by one.
QList<AccessQuestion> TerminalAsker::takeKeys()
{
    const auto isOfThem = [this](const AccessQuestion& one) {
        return one.kind == AccessKind::HostKey && !m_single.contains(one.id);
    };
    QList<AccessQuestion> keys;
    if (!isOfThem(m_waiting.head()))
        return keys;
    std::ranges::copy_if(m_waiting, std::back_inserter(keys), isOfThem);
    m_waiting.removeIf(isOfThem);
    return keys;
}

void TerminalAsker::promptKeys()
{
    if (m_keys->verdict() != HostKeysDialogue::Verdict::Open)
        return finishKeys();
    write(m_keys->prompt() + u' ');
}

void TerminalAsker::finishKeys()
{
    const HostKeysDialogue said = *m_keys;
    end();
    if (said.verdict() == HostKeysDialogue::Verdict::Each) {
        const QQueue<AccessQuestion> later = std::exchange(m_waiting, {});
        for (const AccessQuestion& one : said.questions()) {
            m_single.insert(one.id);
            m_waiting.enqueue(one);
        }
        m_waiting.append(later);
        return;
    }
    for (const AccessQuestion& one : said.questions())
        m_answer({one.id, said.verdict() == HostKeysDialogue::Verdict::All, {}, false});
}

void TerminalAsker::prompt()
{
    if (m_keys)
        return promptKeys();
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
        m_keys ? m_keys->giveUp() : m_now->giveUp();
        write(QStringLiteral("\n"));
        return prompt();
    }
    m_typed += *more;
    while (isAsking() && m_typed.contains('\n')) {
        const QByteArray line = m_typed.left(m_typed.indexOf('\n'));
        m_typed.remove(0, line.size() + 1);
        take(line);
    }
}

void TerminalAsker::take(const QByteArray& line)
{
    m_device->restore();
    if (m_keys) {
        m_keys->take(line);
        return promptKeys();
    }
    const QString remark = m_now->take(line);
    if (!remark.isEmpty())
        write(remark + u'\n');
    prompt();
}

void TerminalAsker::close(const QString& question)
{
    m_waiting.removeIf([&](const AccessQuestion& one) { return one.id == question; });
    m_single.remove(question);
    if (m_waiting.isEmpty())
        m_gathering.stop();
    if (!drop(question))
        return;
    end();
    write(u'\n' + CliText::tr("No answer is needed any more.") + u'\n');
    begin();
}

/// Says whether nothing is left of what is being asked now.
bool TerminalAsker::drop(const QString& question)
{
    if (m_keys)
        return m_keys->drop(question) && m_keys->questions().isEmpty();
    return m_now && m_now->question().id == question;
}

/// The next one begins from the loop: who asked hears the answer first.
void TerminalAsker::end()
{
    m_device->restore();
    m_device->news()->setEnabled(false);
    m_now.reset();
    m_keys.reset();
    m_typed.fill('\0');
    m_typed.clear();
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!isAsking() && !m_gathering.isActive())
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
