// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractScrollArea;

namespace snowmelt {

/// The lower edge of a scroll area while there is more below it: what is cut there fades out and ends at a line, so
/// that half a button does not look like a whole one.
class MoreBelow final : public QWidget
{
    Q_OBJECT
public:
    explicit MoreBelow(QAbstractScrollArea* area);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();

    QAbstractScrollArea* m_area;
};

} // namespace snowmelt
