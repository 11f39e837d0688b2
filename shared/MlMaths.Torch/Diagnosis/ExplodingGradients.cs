using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Diagnosis;

/// <summary>The gradient is so long that a step leaves the region where it says anything; the loss may leave the finite numbers.</summary>
public static class ExplodingGradients
{
    // The slope of softmax's loss by a row's logits is never longer than √2: a gradient of 100 means layers that multiply.
    private const double Long = 100;

    // Within a training, norms of neighbouring steps differ tenfold at most; a hundredfold of the typical step is another regime.
    private const double Spike = 100;

    /// <summary>Reads how the training ended and the whole gradient's norm, where it was recorded.</summary>
    public static Finding Of(TrainingFacts facts)
    {
        TrainingHistory history = facts.History;
        TrainingCurve curve = history.Curve("gradient_norm");
        double[] norms = [.. curve.Values.TakeWhile(double.IsFinite)];
        bool diverged = history.Status == TrainingStatus.Diverged || norms.Length < curve.Values.Count;
        if (norms.Length == 0)
        {
            string loss = history.Curve("loss").Values is [double start, ..] ? $", from {NumberText.Brief(start)} at first" : "";
            string ending = diverged
                ? $"The loss became infinite or NaN: it {history.Ending}{loss}."
                : $"The training {history.Ending} with finite losses; norms were not recorded.";
            return Finding.Of(
                "exploding gradients", diverged, ending, "use a learning rate ten times smaller",
                "use smaller initial weights", "clip the gradient");
        }

        double first = norms[0], typical = norms.Order().ElementAt(norms.Length / 2), largest = norms.Max();
        int at = curve.Steps[Array.IndexOf(norms, largest)];
        if (norms.Length == curve.Values.Count && history.Greatest("gradient_norm") is { } greatest)
            (largest, at) = (greatest.Value, greatest.Step); // of a long training the curve may not show it
        // A typical norm of 1e-8 at the end of a fit makes everything a spike: only what is longer than at first counts.
        bool spiked = largest > Spike * typical && largest > Spike * first, startsLong = first > Long;
        string sizes = $"the gradient's length was {NumberText.Brief(first)} at first, "
            + $"{NumberText.Brief(typical)} in a typical step, and {NumberText.Brief(largest)} at most, at step {at}";
        string evidence = diverged ? $"The training {history.Ending}: {sizes}." : $"{Capital.First(sizes)}.";
        return Finding.Of("exploding gradients", diverged || spiked || startsLong, evidence,
            startsLong
                ? $"use smaller initial weights, as in He or Xavier initialisation: "
                    + $"the gradient had a length of {NumberText.Brief(first)} before the first step"
                : "use a learning rate ten times smaller",
            startsLong ? "standardise the features, and take a rate ten times smaller" : "warm the rate up over the first steps",
            $"clip the gradient, for instance at {NumberText.Brief(Math.Min(typical, Long))}");
    }
}
