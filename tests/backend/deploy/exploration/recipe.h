// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace snowmelt::test {

/// What befalls a deployment at one of its calls to the platform, and what a person wishes there.
enum class Trouble {
    Fail,        ///< refused
    Lost,        ///< done, but the answer says it was refused
    Slow,        ///< takes many polls
    Silent,      ///< no answer until the call's deadline, nothing done
    SilentLost,  ///< done, no answer until the call's deadline
    Blip,        ///< the network is gone for a few calls
    Outage,      ///< and for longer than the engine is patient
    Cancel,      ///< a person cancels
    RollBack,    ///< a person wants blue back
    Pause,       ///< a person pauses, and says continue a moment later
    Abort,       ///< a person stops it where it stands
    Die,         ///< the process dies before this call
    DieAfter,    ///< the process dies when the world has done what this call asked
    Reload,      ///< the balancer reloads
    Restart,     ///< the balancer's node restarts
    EditRemark,  ///< a hand writes a remark into the config
    EditDisable, ///< a hand disables the slot of web-1 in the config
    EditForeign, ///< a hand adds a backend of its own to the config
    KillBlue,    ///< a node of blue dies
    KillGreen,   ///< a node of green dies, when there is one
    SickGreen,   ///< a node of green answers its health with 503 from here on
    FlapGreen,   ///< the same, on and off
    LateGreen,   ///< green is not healthy for some more seconds
    Linger,      ///< a client opens a session that does not end
    LongRequest, ///< a client opens one that ends after many polls
};

struct TroubleAt
{
    Trouble what = Trouble::Fail;
    int call = 1; ///< counted from 1 since this start of Snowmelt
    bool operator==(const TroubleAt&) const = default;
};

/// What is deployed.
enum class Setting {
    Swap,    ///< three nodes by three of another image
    Rebirth, ///< one of three
    Alone,   ///< a group of one node
    Same,    ///< three nodes by three of the image they have
};

/// What a start of Snowmelt is for.
enum class Purpose {
    Deploy,
    Finish,   ///< ends what a dead one left, as `up` and `swap` do
    Continue, ///< `resume`, as a person chose
    GoBack,
    Adopt,
};

struct Launch
{
    Purpose purpose = Purpose::Deploy;
    QList<TroubleAt> troubles;
    bool operator==(const Launch&) const = default;
};

/// One explored run as a line of text: "swap fail@17 reload@20; finish die@3; finish".
struct Recipe
{
    Setting setting = Setting::Swap;
    QList<Launch> launches{Launch{}};
    QString text() const;
    static std::optional<Recipe> parse(const QString& text);
    bool has(Trouble what) const;
    bool operator==(const Recipe&) const = default;
};

/// A deployment of this setting with these troubles.
Recipe deploying(Setting setting, const QList<TroubleAt>& troubles);
/// And then.
Recipe operator>>(Recipe recipe, const Launch& next);

} // namespace snowmelt::test
