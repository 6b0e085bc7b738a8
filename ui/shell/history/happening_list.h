// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/replay.h"
#include "ui/theme/theme.h"

#include <QTreeWidget>

namespace snowmelt {

class HappeningDelegate;

/// How something that happened went, beside its words. No icon: it only began.
struct HappeningGlyph
{
    QString icon;
    QColor Theme::*ink = &Theme::sub;
    bool operator==(const HappeningGlyph&) const = default;
};
HappeningGlyph happeningGlyph(const EventBody& body);

/// What happened, one row for each mark of a replay, each with as many lines as its words need: how it ended is the
/// last thing to cut short.
class HappeningList final : public QTreeWidget
{
    Q_OBJECT
public:
    explicit HappeningList(QWidget* parent);
    void setReplay(const Replay& replay);

private:
    HappeningDelegate* m_delegate;
};

} // namespace snowmelt
