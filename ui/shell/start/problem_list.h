// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace snowmelt {

/// One problem of a blueprint in the parts a person reads it in.
struct ProblemLine
{
    QString place; ///< "shop.yaml:3:1"
    QString text;
    QString hint; ///< "did you mean …?"; empty: none
};

/// Problems, as high as they need. The text of a row is the whole line, for copying and for screen readers.
class ProblemList final : public QListWidget
{
    Q_OBJECT
public:
    explicit ProblemList(QWidget* parent = nullptr);
    void setLines(const QList<ProblemLine>& lines);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
};

} // namespace snowmelt
