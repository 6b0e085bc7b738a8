// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/travels.h"

#include <QObject>

class QKeyEvent;

namespace snowmelt {

class DiagramView;

/// Back and forward in a view. A place is left by a jump: a hit flown to, a fit, a click in the overview, another part
/// selected. Panning and zooming by hand are no jumps, and a walk with the arrow keys is one.
class Travelling final : public QObject
{
    Q_OBJECT
public:
    Travelling(DiagramView* view, QObject* parent);

    void leave(); ///< the view is about to be moved elsewhere
    /// The part selected before, and where one looked, are one place to come back to.
    template <typename Jump>
    void jump(Jump jump)
    {
        leave();
        m_jumping = true;
        jump();
        m_jumping = false;
    }
    void back();
    void forward();
    /// Truly: a place that is hardly another than this one is none to go to.
    bool canGoBack() const { return m_canGoBack; }
    bool canGoForward() const { return m_canGoForward; }
    void forget();

Q_SIGNALS:
    void changed(); ///< what can be done

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void selected();
    void key(const QKeyEvent& event);
    void go(const std::optional<DiagramPlace>& place);
    void tell();
    DiagramPlace here() const;

    DiagramView* m_view;
    Travels m_travels;
    QString m_part;
    bool m_canGoBack = false;
    bool m_canGoForward = false;
    bool m_jumping = false;
    bool m_walking = false;
};

} // namespace snowmelt
