namespace MlMaths.Torch.Doctor;

/// <summary>How good outputs are as answers, whatever loss they were trained with.</summary>
internal static class Answers
{
    /// <summary>Share of rows that are called by their class: of one output by its threshold, of several by the largest.</summary>
    /// <param name="outputs">[n, k].</param>
    /// <param name="loss">Says whether one output is a logit or a probability.</param>
    /// <param name="labels">Class numbers.</param>
    /// <param name="classes">C.</param>
    public static double Accuracy(Tensor outputs, SpecLoss loss, double[] labels, int classes)
    {
        int k = (int)outputs.size(1);
        double[] o = TensorNumbers.Of(outputs);
        double half = loss is { Kind: LossKind.Binary, AppliedTo: AppliedTo.Logits } ? 0 : 0.5;
        return Enumerable.Range(0, labels.Length).Average(row => Called(o.AsSpan(row * k, k), half, classes) == labels[row] ? 1.0 : 0);
    }

    /// <summary>√ of the mean squared error of outputs [n, 1]; of the mean output, where there are several.</summary>
    public static double RootMeanSquare(Tensor outputs, double[] labels)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        double[] o = TensorNumbers.Of(outputs.mean([1L]));
        return Math.Sqrt(labels.Select((label, row) => (o[row] - label) * (o[row] - label)).Average());
    }

    private static int Called(ReadOnlySpan<double> outputs, double half, int classes)
    {
        if (outputs.Length == 1)
            return classes == 2 ? (outputs[0] > half ? 1 : 0) : (int)Math.Round(outputs[0]);
        int best = 0;
        for (int k = 1; k < outputs.Length; k++)
            best = outputs[k] > outputs[best] ? k : best;
        return best;
    }
}
