// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/execution/line_cutter.h"
#include "backend/execution/task.h"

#include <QByteArray>
#include <QProcessEnvironment>
#include <QStringList>

#include <chrono>
#include <functional>

namespace snowmelt {

struct ProcessSpec
{
    QString program;
    QStringList arguments; ///< never a secret: argv is public
    QByteArray input;      ///< stdin, then closed
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QString workingDirectory;
    std::function<void(const QByteArray& line, bool isError)> onLine; ///< called on the backend thread
    qsizetype lineLimit = longestLine;     ///< bytes of a line for onLine; the rest is counted in its place
    qint64 outputLimit = 64 * 1024 * 1024; ///< bytes kept of each stream; the rest is counted and dropped
    bool asksPerson =
        false; ///< it may ask on the terminal: has Snowmelt's stdin, is in its process group, and is signalled alone
    std::chrono::seconds patience{2}; ///< between SIGTERM and SIGKILL
};

struct ProcessOutput
{
    int exitStatus = 0; ///< 128 + signal when killed by one
    QByteArray out;
    QByteArray err;
};

/// Runs a child in its own process group (but see asksPerson) and waits. Not starting is ErrorCode::ToolMissing
/// {program, ""}; a non-zero exit is a value, not an error. Cancel and deadline send SIGTERM to the group, then
/// SIGKILL, and the child is always reaped before the task ends. The child dies with Snowmelt (PR_SET_PDEATHSIG).
Task<ProcessOutput> runProcess(ProcessSpec spec, CallContext context);

/// From here on this process, or the child of a fork that calls it, hands its three streams to what it executes and
/// nothing else. What the caller of Snowmelt left open, and libraries here, would otherwise be in the hands of builds.
void inheritNothing();

/// Last lines of an output for Error::detail.
QString lastLines(const QByteArray& output, int count = 12);

} // namespace snowmelt
