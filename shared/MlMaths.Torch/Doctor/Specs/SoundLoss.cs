namespace MlMaths.Torch.Doctor;

/// <summary>
/// How good a net's answers are, in one currency for every loss:
///
/// <code>
/// classes   −1/n Σ ln p of the true class       p from the outputs as the training's own loss takes them, from 0.0001
/// a number  1/n Σ (o − y)² / variance of y      in units of the guess of the mean
/// </code>
///
/// So that two trainings can be compared whose losses, outputs or labels differ. Where one training is judged by what it was asked for,
/// the currency follows its loss:
///
/// <code>
/// classes by squared or absolute errors   Σₖ (pₖ − 1(k = y))²
/// a number by absolute errors             |o − y| / deviation of y
/// </code>
/// </summary>
internal static class SoundLoss
{
    private const double LeastProbability = 1e-4;

    /// <summary>Of a trained net on validation rows, which are needed; infinite where an answer is not finite.</summary>
    public static double Of(SpecTraining training, SpecData data)
    {
        double loss = OfRows(training, data, data.Validation!.X, data.SoundValidationLabels).Average();
        return double.IsFinite(loss) ? loss : double.PositiveInfinity;
    }

    /// <summary>Row by row, of rows X [n, d] whose labels are class numbers, or numbers in the unit of the table; as it comes, where
    /// answers are not finite.</summary>
    /// <param name="training">The net and its loss.</param>
    /// <param name="data">Classes and units.</param>
    /// <param name="X">The rows.</param>
    /// <param name="labels">Their labels.</param>
    /// <param name="asked">The loss that the currency follows; null for the common one.</param>
    public static double[] OfRows(SpecTraining training, SpecData data, Tensor X, double[] labels, LossKind? asked = null)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
        {
            Tensor o = training.Net.Forward(X, training: false);
            return data.Classes is { } classes
                ? OfClasses(TensorNumbers.Of(Probabilities(o, training.Loss)), (int)o.size(1), labels, classes.Count, IsError(asked))
                : OfNumbers(TensorNumbers.Of(o.mean([1L])), data, labels, asked == LossKind.Absolute);
        }
    }

    /// <summary>The loss of an answer that is the same for every row.</summary>
    public static double Chance(SpecData data, double[] labels, LossKind? asked = null) => data.Classes switch
    {
        { } classes when IsError(asked) => classes.Count * ChanceLoss.Of(LossKind.Squared, labels, TargetForm.OneHot, classes.Count),
        { } classes => ChanceLoss.Of(LossKind.CrossEntropy, labels, TargetForm.Index, classes.Count),
        null when asked == LossKind.Absolute =>
            ChanceLoss.Of(LossKind.Absolute, TargetUnit.Of(labels).Scaled(labels), TargetForm.Column, 1),
        null => 1,
    };

    private static bool IsError(LossKind? asked) => asked is LossKind.Squared or LossKind.Absolute;

    private static double[] OfClasses(double[] p, int k, double[] labels, int classes, bool isError) =>
    [
        .. labels.Select((one, row) =>
        {
            int label = (int)one;
            if (isError) return SquaredError(p.AsSpan(row * k, k), label, classes);
            double ofLabel = k > 1 ? p[row * k + label]
                : classes == 2 ? (label == 1 ? p[row] : 1 - p[row])
                : Math.Round(p[row]) == label ? 1 : 0;
            return -Math.Log(double.IsNaN(ofLabel) ? double.NaN : Math.Clamp(ofLabel, LeastProbability, 1));
        }),
    ];

    private static double SquaredError(ReadOnlySpan<double> p, int label, int classes)
    {
        if (p.Length == 1)
        {
            double off = classes == 2 ? p[0] - label : Math.Round(p[0]) == label ? 0 : 1;
            return 2 * off * off;
        }

        double sum = 0;
        for (int k = 0; k < p.Length; k++)
            sum += (p[k] - (k == label ? 1 : 0)) * (p[k] - (k == label ? 1 : 0));
        return sum;
    }

    private static double[] OfNumbers(double[] outputs, SpecData data, double[] y, bool isAbsolute)
    {
        double deviation = TargetUnit.Of(y).Deviation;
        return
        [
            .. data.TargetUnit.Unscaled(outputs).Zip(y, (o, target) => (o - target) / deviation)
                .Select(error => isAbsolute ? Math.Abs(error) : error * error),
        ];
    }

    private static Tensor Probabilities(Tensor o, SpecLoss loss)
    {
        Tensor p = loss.SoftmaxFirst ? o.softmax(1) : o;
        return (loss.Kind, loss.AppliedTo) switch
        {
            (LossKind.CrossEntropy, AppliedTo.Logits) => p.softmax(1),
            (LossKind.Binary, AppliedTo.Logits) => Normalised(p.sigmoid()),
            _ => Normalised(p),
        };
    }

    private static Tensor Normalised(Tensor p) =>
        p.size(1) == 1 ? p : p.clamp(LeastProbability, 1) / p.clamp(LeastProbability, 1).sum(1, keepdim: true);
}
