using System.Runtime.InteropServices;

namespace MlMaths.Torch.Doctor;

/// <summary>
/// How good a net's answers are on validation rows whose labels nobody has touched, in one currency for every loss:
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

    /// <summary>Of a trained net; infinite where it answers with numbers that are not finite. Validation rows are needed.</summary>
    public static double Of(SpecTraining training, SpecData data)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
        {
            Tensor o = training.Net.Forward(data.Validation!.X, training: false);
            double loss = data.Classes is { } classes
                ? OfClasses(Numbers(Probabilities(o, training.Loss)), (int)o.size(1), data.SoundValidationLabels, classes.Count)
                : OfNumbers(Numbers(o.mean([1L])), data);
            return double.IsFinite(loss) ? loss : double.PositiveInfinity;
        }
    }

    /// <summary>The loss of an answer that is the same for every row.</summary>
    public static double Chance(SpecData data)
    {
        if (data.Classes is null) return 1;
        double[] labels = data.SoundValidationLabels;
        return ChanceLoss.Of(LossKind.CrossEntropy, labels, TargetForm.Index, data.Classes.Count);
    }

    private static double OfClasses(double[] p, int k, double[] labels, int classes)
    {
        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            int label = (int)labels[row];
            double ofLabel = k > 1 ? p[row * k + label]
                : classes == 2 ? (label == 1 ? p[row] : 1 - p[row])
                : Math.Round(p[row]) == label ? 1 : 0;
            sum -= Math.Log(double.IsNaN(ofLabel) ? double.NaN : Math.Clamp(ofLabel, LeastProbability, 1));
        }

        return sum / labels.Length;
    }

    private static double OfNumbers(double[] outputs, SpecData data)
    {
        double[] y = data.SoundValidationLabels;
        double mean = y.Average(), variance = y.Average(one => (one - mean) * (one - mean));
        double squares = outputs.Select((output, row) => Square(output * data.TargetDeviation + data.TargetMean - y[row])).Average();
        return squares / (variance > 0 ? variance : 1);
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

    private static double Square(double x) => x * x;

    private static double[] Numbers(Tensor t) =>
        MemoryMarshal.Cast<byte, double>(t.to(torch.ScalarType.Float64).contiguous().bytes).ToArray();
}
