using MlMaths.Torch.Data;

namespace MlMaths.Torch.Doctor;

/// <summary>
/// Whether chance goes on: asked of the order of the rows and of the masks themselves, and never of a gradient, which may be the same
/// for other reasons.
/// </summary>
internal static class ChanceCheck
{
    // Of two orders of two different rows one comes again in every second epoch; in 20 epochs, once in a million trainings.
    private const int Epochs = 21, MostRows = 1000;

    // Units of a mask that is looked at: with a share of 0.001 dropped, two masks are equal once in e^130.
    private const long MaskWidth = 256;

    public static CheckResult GoesOn(StartProbe probe)
    {
        Check check = new("chance_goes_on", "Each epoch has its own order, each step its own masks");
        using SpecTraining training = new(probe.Spec, probe.Data, probe.Seed);
        bool? repeatsOrder = probe.Spec.Training.Shuffle && training.Batches.BatchesPerEpoch > 1 ? RepeatsOrder(training) : null;
        bool? repeatsMasks = training.Net.Perceptron.Dropout is { } dropout ? RepeatsMasks(training, dropout, probe.Rows) : null;
        if (repeatsOrder is null && repeatsMasks is null)
            return check.NotRun("There are no two orders of the rows to tell apart, and no unit is dropped.");
        string what = string.Join(" and ", new[]
        {
            repeatsOrder == true ? "the order of the rows" : "", repeatsMasks == true ? "the dropout mask" : "",
        }.Where(one => one.Length > 0));
        return what.Length == 0
            ? check.Passed("Two epochs have different orders, two steps different masks, where there are any.")
            : check.Failed($"Chance repeats itself: {what} is the same again.",
                new("seed_per_batch", FaultStage.RateAndRule, "seed the generator once, before the training"));
    }

    /// <summary>Null where all rows are equal, and so are their orders.</summary>
    private static bool? RepeatsOrder(SpecTraining training)
    {
        double[] first = FirstRows(training, 1);
        if (Enumerable.Range(2, Epochs - 1).Any(later => !first.SequenceEqual(FirstRows(training, later)))) return false;

        int d = (int)training.Batches.Whole.X.size(1);
        return Enumerable.Range(0, first.Length / d).All(row => first.AsSpan(row * d, d).SequenceEqual(first.AsSpan(0, d))) ? null : true;
    }

    private static double[] FirstRows(SpecTraining training, int epoch)
    {
        List<double> rows = [];
        int taken = 0;
        foreach (Batch batch in training.Batches.Epoch(epoch)) // a batch lives until the next is asked for
        {
            rows.AddRange(TensorNumbers.Of(batch.X));
            taken += batch.Rows;
            if (taken >= MostRows) break;
        }

        return [.. rows];
    }

    private static bool RepeatsMasks(SpecTraining training, Models.Dropout dropout, Batch rows)
    {
        return Mask().SequenceEqual(Mask());

        double[] Mask()
        {
            using DisposeScope scope = torch.NewDisposeScope();
            training.Source.Differentiate(rows);
            return TensorNumbers.Of(dropout.Mask(torch.ones(MaskWidth, MaskWidth)));
        }
    }
}
