// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/operation.h"
#include "tests/bench/swap/swap_times.h"
#include "tests/bench/swap/timed_driver.h"

#include <QTemporaryDir>

#include <optional>

namespace snowmelt {
class SimulatedWorld;
class SimulationPlatform;
} // namespace snowmelt

namespace snowmelt::bench {

/// One operation's end and what it said on the way.
struct Ended
{
    Finished finished;
    QList<Event> events;
    /// Why it is not done; empty: it is.
    QString failure() const;
};

/// A fleet and the product's own services in this process: locks, lease, journal on disk, plan, engine.
class BenchFleet
{
public:
    /// A shop with so many web nodes on a simulation that keeps the time of the clock on the wall.
    static std::unique_ptr<BenchFleet> simulated(int nodes, const Conditions& conditions);
    /// The blueprint's fleet, which is up, in `home`. Its group runs the first of `images`, both are built.
    static std::unique_ptr<BenchFleet> lab(const QString& blueprint, const QString& home,
                                           const QList<ImageRef>& images);
    ~BenchFleet();

    /// Brings a simulated fleet up. Why not; empty: it is.
    QString begin();
    /// Takes it down.
    void end();

    int nodes() const;
    /// The group is swapped to the image it does not run.
    Result<SwapTimes> swapBySnowmelt();
    Result<SwapTimes> swapByLoop();

private:
    BenchFleet(const QString& home, const Blueprint& blueprint, const QList<ImageRef>& images);
    void useSimulation(const Conditions& conditions);
    Ended run(const Intent& intent);
    QStringList warningsFor(const ImageRef& to);
    SwapTimes counted(SwapTimes times);
    void reset();
    Result<std::shared_ptr<const FleetAccess>> access() const;
    Result<ImageRecord> nextImage();
    qint64 calls() const;

    std::unique_ptr<QTemporaryDir> m_folder; ///< of a simulated fleet
    Rooms m_rooms;
    Blueprint m_blueprint;
    QString m_group;
    QList<ImageRef> m_images;
    int m_next = 1; ///< of m_images
    TimedDriver* m_driver = nullptr;
    SimulationPlatform* m_simulation = nullptr;
    qint64 m_callsBefore = 0;
    qint64 m_requestsBefore = 0;
    qint64 m_failedBefore = 0;
};

} // namespace snowmelt::bench
