namespace MlMaths.Torch.Diagnosis;

/// <summary>The net has not even learnt its training rows; or far less than another net has.</summary>
public static class Underfitting
{
    // Half of all there is to learn is still there. Where labels are noisy no net does better: the sentence says so.
    private const double FarFromLearnt = 0.5;

    // Below a tenth nothing was learnt that a few steps of chance would not do.
    private const double NothingLearnt = 0.9;

    // The gap that counts as overfitting, so that every distance to the best net has a name.
    private const double FarAbove = 0.1;

    // A loss that falls by a twentieth in the last quarter of the epochs has not arrived.
    private const double StillFalling = 0.05;

    /// <summary>Reads the training loss; null where no epoch was ended.</summary>
    public static Finding? Of(TrainingFacts facts)
    {
        if (facts.TrainingLosses is not [.., double last])
            return null;
        double training = last / facts.ChanceLoss;
        double? validation = facts.ValidationLosses.Count > 0 ? facts.ValidationLosses.Min() : null;
        // What a net lost by memorising is no underfitting: its training loss is then lower than what others reached.
        bool outdone = validation - facts.LowestKnownLoss > FarAbove * facts.ChanceLoss && last > facts.LowestKnownLoss;
        string evidence = $"After {facts.TrainingLosses.Count} epochs the training loss was {NumberText.Brief(last)}, "
            + $"{NumberText.Percent(training, 0)} of the loss of random guessing, {NumberText.Brief(facts.ChanceLoss)}"
            + (validation is { } least ? $", and the lowest validation loss {NumberText.Brief(least)}" : "")
            + (facts.LowestKnownLoss is { } known && outdone ? $", where another net reached {NumberText.Brief(known)}" : "")
            + (training > NothingLearnt ? ": it has learnt next to nothing."
                : training > FarFromLearnt && !outdone ? ": much is left to learn, unless the labels are noise."
                : ".");
        return Finding.Of("underfitting", training > FarFromLearnt || outdone, evidence, [.. Fixes(facts, training)]);
    }

    private static IEnumerable<string> Fixes(TrainingFacts facts, double training)
    {
        IReadOnlyList<double> losses = facts.TrainingLosses;
        double before = losses[losses.Count * 3 / 4 - (losses.Count < 4 ? 0 : 1)];
        if (losses[^1] < (1 - StillFalling) * before)
        {
            yield return $"train longer: in the last quarter of the epochs the loss still fell from "
                + $"{NumberText.Brief(before)} to {NumberText.Brief(losses[^1])}";
        }
        if (training > NothingLearnt)
        {
            yield return "check gradients and initial weights first: if a net learns nothing, a larger one will "
                + "not either";
            yield return "try learning rates ten times larger and smaller";
        }

        yield return "use more units";
        yield return "penalise less and drop fewer units";
    }
}
