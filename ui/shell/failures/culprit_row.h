// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/failures.h"

#include <QAbstractButton>

namespace snowmelt {

/// One node that failed requests: how many, since when it is as it is, and what the balancer's check says of it.
/// Pressing it is asking where it is.
class CulpritRow final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit CulpritRow(QWidget* parent);
    void setCulprit(const Culprit& culprit, const QDateTime& now);
    QString node() const { return m_culprit.node; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QRect detailPlace(int width) const;

    Culprit m_culprit;
    QString m_count;
    QString m_detail; ///< "down since 14:02:31 · L7STS 503 · …"
};

} // namespace snowmelt
