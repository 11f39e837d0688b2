namespace MlMaths.Torch.Evaluation;

/// <summary>The measures of a two-class model by name, to ask for one of them or for the reason that one is not defined.</summary>
public enum BinaryMetric
{
    /// <summary>Share of right calls.</summary>
    Accuracy,

    /// <summary>Mean of recall and specificity: what accuracy would be with equally many rows of either class.</summary>
    BalancedAccuracy,

    /// <summary>Share of the called positives that are positive.</summary>
    Precision,

    /// <summary>Share of the positives that were called: the true positive rate.</summary>
    Recall,

    /// <summary>Share of the negatives that were left alone: the true negative rate.</summary>
    Specificity,

    /// <summary>Harmonic mean of precision and recall.</summary>
    F1,

    /// <summary>F-beta with β = 2: recall weighs four times as much as precision.</summary>
    F2,

    /// <summary>Correlation of calls and labels (B. W. Matthews, 1975).</summary>
    Matthews,

    /// <summary>Agreement of calls and labels beyond that of two independent ones (J. Cohen, 1960).</summary>
    CohenKappa,

    /// <summary>Area under the ROC curve.</summary>
    RocArea,

    /// <summary>Step-wise area under the precision–recall curve.</summary>
    AveragePrecision,

    /// <summary>Mean negative logarithm of the probability given to what happened.</summary>
    LogLoss,

    /// <summary>Mean squared distance of probability and label.</summary>
    Brier,

    /// <summary>Expected calibration error, 15 bins of equal width.</summary>
    CalibrationError,

    /// <summary>Mean cost of the errors.</summary>
    CostPerCase,
}

/// <summary>Which way a measure counts.</summary>
public static class BinaryMetricDirection
{
    /// <summary>Whether less is better.</summary>
    public static bool IsLoss(this BinaryMetric metric) => metric is BinaryMetric.LogLoss or BinaryMetric.Brier
        or BinaryMetric.CalibrationError or BinaryMetric.CostPerCase;
}
