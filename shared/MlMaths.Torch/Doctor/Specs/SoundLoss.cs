namespace MlMaths.Torch.Doctor;

/// <summary>
/// How good a net's answers are, in one currency for every loss:
///
/// <code>
/// classes   −1/n Σ ln p of the true class       p from the outputs as the training's own loss takes them, from 0.0001
/// a number  1/n Σ (o − y)² / variance of y      in units of the guess of the mean
/// </code>
///
/// So that two trainings can be compared whose losses, outputs or labels differ.
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
    public static double[] OfRows(SpecTraining training, SpecData data, Tensor X, double[] labels)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
        {
            Tensor o = training.Net.Forward(X, training: false);
            return data.Classes is { } classes
                ? OfClasses(TensorNumbers.Of(Probabilities(o, training.Loss)), (int)o.size(1), labels, classes.Count)
                : OfNumbers(TensorNumbers.Of(o.mean([1L])), data, labels);
        }
    }

    /// <summary>The loss of an answer that is the same for every row.</summary>
    public static double Chance(SpecData data, double[] labels) =>
        data.Classes is { } classes ? ChanceLoss.Of(LossKind.CrossEntropy, labels, TargetForm.Index, classes.Count) : 1;

    private static double[] OfClasses(double[] p, int k, double[] labels, int classes) =>
    [
        .. labels.Select((one, row) =>
        {
            int label = (int)one;
            double ofLabel = k > 1 ? p[row * k + label]
                : classes == 2 ? (label == 1 ? p[row] : 1 - p[row])
                : Math.Round(p[row]) == label ? 1 : 0;
            return -Math.Log(double.IsNaN(ofLabel) ? double.NaN : Math.Clamp(ofLabel, LeastProbability, 1));
        }),
    ];

    private static double[] OfNumbers(double[] outputs, SpecData data, double[] y)
    {
        double deviation = TargetUnit.Of(y).Deviation;
        return [.. data.TargetUnit.Unscaled(outputs).Zip(y, (o, target) => (o - target) / deviation).Select(error => error * error)];
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
