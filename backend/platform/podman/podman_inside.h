// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/line_cutter.h"
#include "backend/platform/inside.h"
#include "backend/platform/podman/engine.h"

namespace snowmelt {

/// What a container writes as the engine sends it, both streams in one: frames of eight bytes, the stream's number,
/// three zeros and the length (big endian), and so many bytes. (Docker Engine API, "Attach to a container".)
class OutputFrames
{
public:
    OutputFrames() = default;
    Q_DISABLE_COPY_MOVE(OutputFrames)

    /// The whole lines that are complete with these bytes.
    QList<QByteArray> feed(const QByteArray& bytes);
    /// What came after the last line's end.
    QList<QByteArray> rest();

private:
    QList<QByteArray> m_lines;
    QByteArray m_pending; ///< not yet a whole frame
    LineCutter m_cutter{[this](const QByteArray& line) { m_lines.append(line); }};
};

/// By the engine's own exec and log.
class PodmanInside final : public Inside
{
public:
    explicit PodmanInside(Engine& engine) : m_engine(engine) {}

    Task<int> run(FleetKey fleet, QString node, QString command, Hear hear, CallContext context) override;
    Task<QByteArray> log(FleetKey fleet, QString node, CallContext context) override;
    Task<QDateTime> startedAt(FleetKey fleet, QString node, CallContext context) override;

private:
    Task<QString> prepare(FleetKey fleet, QString node, QString command, CallContext context);
    Task<Done> follow(QString exec, Hear hear, CallContext context);

    Engine& m_engine;
};

} // namespace snowmelt
