// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/execution/process.h"

#include "backend/execution/completion.h"
#include "backend/execution/interruption.h"

#include <QProcess>
#include <QTimer>

#include <csignal>
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace snowmelt {

namespace {

/// One stream of the child: keeps up to a limit, hands out whole lines.
class Collector
{
public:
    Collector(const ProcessSpec& spec, bool isError)
        : m_limit(spec.outputLimit), m_isHeard(spec.onLine), m_lines(lineTaker(spec, isError), spec.lineLimit)
    {
    }

    void take(const QByteArray& bytes)
    {
        kept.append(bytes.left(std::max<qint64>(0, m_limit - kept.size())));
        if (m_isHeard)
            m_lines.take(bytes);
    }

    void finish() { m_lines.end(); }

    QByteArray kept;

private:
    static std::function<void(const QByteArray&)> lineTaker(const ProcessSpec& spec, bool isError)
    {
        return [onLine = spec.onLine, isError](const QByteArray& line) { onLine(line, isError); };
    }

    qint64 m_limit;
    bool m_isHeard;
    LineCutter m_lines;
};

void dieWithParent()
{
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    // What the parent ignores the child would inherit; children expect the defaults.
    std::signal(SIGPIPE, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    inheritNothing();
}

void becomeGroupLeader()
{
    ::setpgid(0, 0);
    dieWithParent();
}

/// Who reads from a terminal out of another group than its foreground one is stopped, for good.
std::function<void()> childModifier(const ProcessSpec& spec)
{
    return spec.asksPerson ? dieWithParent : becomeGroupLeader;
}

/// The child, with its group where it has one of its own.
void signalChild(const ProcessSpec& spec, qint64 pid, int signal)
{
    if (pid > 0)
        ::kill(static_cast<pid_t>(spec.asksPerson ? pid : -pid), signal);
}

int statusOf(const QProcess& process)
{
    // QProcess reports the signal's number as exit code of a crash.
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : 128 + process.exitCode();
}

} // namespace

void inheritNothing()
{
    (void)::close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC);
}

Task<ProcessOutput> runProcess(ProcessSpec spec, CallContext context)
{
    if (context.cancel.isCancelled())
        co_return Cancelled{};

    Completion ended;
    QProcess process;
    Collector out(spec, false);
    Collector err(spec, true);
    bool started = true;
    QObject::connect(&process, &QProcess::readyReadStandardOutput, &process,
                     [&] { out.take(process.readAllStandardOutput()); });
    QObject::connect(&process, &QProcess::readyReadStandardError, &process,
                     [&] { err.take(process.readAllStandardError()); });
    QObject::connect(&process, &QProcess::finished, &process, [ended]() mutable { ended.fire(); });
    QObject::connect(&process, &QProcess::errorOccurred, &process,
                     [&started, ended](QProcess::ProcessError error) mutable {
                         if (error != QProcess::FailedToStart)
                             return;
                         started = false;
                         ended.fire();
                     });

    process.setProcessEnvironment(spec.environment);
    process.setWorkingDirectory(spec.workingDirectory);
    process.setChildProcessModifier(childModifier(spec));
    if (spec.asksPerson)
        process.setInputChannelMode(QProcess::ForwardedInputChannel);
    process.start(spec.program, spec.arguments);
    if (!spec.asksPerson)
        process.write(spec.input);
    process.closeWriteChannel();

    const qint64 pid = process.processId();
    QTimer killTimer;
    killTimer.setSingleShot(true);
    QObject::connect(&killTimer, &QTimer::timeout, &killTimer, [&spec, pid] { signalChild(spec, pid, SIGKILL); });
    const Interruption interruption(context, [&] {
        signalChild(spec, pid, SIGTERM);
        killTimer.start(spec.patience);
    });
    co_await ended;

    if (!started)
        co_return Error{ErrorCode::ToolMissing, {spec.program, QString()}, process.errorString()};
    if (interruption.happened() && !spec.asksPerson)
        signalChild(spec, pid, SIGKILL); // what the leader left behind
    out.finish();
    err.finish();
    if (interruption.happened())
        co_return interruption.as<ProcessOutput>(spec.program);
    co_return ProcessOutput{statusOf(process), out.kept, err.kept};
}

QString lastLines(const QByteArray& output, int count)
{
    QByteArray text = output.trimmed();
    qsizetype start = text.size();
    for (int line = 0; line < count && start > 0; ++line)
        start = std::max<qsizetype>(0, text.lastIndexOf('\n', start - 1));
    return QString::fromUtf8(text.mid(start).trimmed());
}

} // namespace snowmelt
