// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/access_dialogue.h"
#include "app/cli/host_keys_dialogue.h"

#include <QElapsedTimer>
#include <QObject>
#include <QQueue>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

class QSocketNotifier;

namespace snowmelt {

/// Asks questions on a terminal, one after the other, and unknown host keys that wait at one time together, while the
/// event loop goes on: a signal still cancels, and a question that needs no answer any more goes away. What is not to
/// be seen is typed without echo; how the terminal was is restored after each line, however it ends. It has the
/// terminal to itself: stdout may carry JSON.
class TerminalAsker : public QObject
{
    Q_OBJECT
public:
    /// `device` is "/dev/tty"; one that cannot be opened answers everything with no.
    TerminalAsker(const QByteArray& device, std::function<void(const AccessAnswer&)> answer);
    ~TerminalAsker() override;

    void ask(const AccessQuestion& question);
    /// Nobody needs to answer it any more.
    void close(const QString& question);
    /// Somebody is typing, or about to: nothing else should be written on the terminal.
    bool isBusy() const { return isAsking() || !m_waiting.isEmpty(); }

private:
    class Device;

    bool isAsking() const { return m_now.has_value() || m_keys.has_value(); }
    void gather();
    void begin();
    QList<AccessQuestion> takeKeys();
    void prompt();
    void promptKeys();
    void finishKeys();
    void read();
    void take(const QByteArray& line);
    bool drop(const QString& question);
    void end();
    void write(const QString& text);

    std::unique_ptr<Device> m_device;
    std::function<void(const AccessAnswer&)> m_answer;
    QQueue<AccessQuestion> m_waiting;
    std::optional<AccessDialogue> m_now;
    std::optional<HostKeysDialogue> m_keys; ///< in place of m_now
    QSet<QString> m_single;                 ///< host keys that are to be asked one by one
    QTimer m_gathering;                     ///< until it ends host keys are waited for, to be shown together
    QElapsedTimer m_gatheringSince;
    QByteArray m_typed;
};

} // namespace snowmelt
