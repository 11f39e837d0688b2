using MlMaths.Torch.Data;

namespace MlMaths.Torch.Optimisation;

/// <summary>The rows that a training is judged on and never learns from.</summary>
/// <param name="Rows">All of them as one batch.</param>
/// <param name="Loss">The loss that counts, usually without penalty.</param>
public sealed record ValidationPass(Batch Rows, Func<Batch, double> Loss)
{
    /// <summary>What else is recorded about these rows, by the name it gets in the history; accuracy, for instance.</summary>
    public IReadOnlyList<(string Quantity, Func<Batch, double> Value)> Metrics { get; init; } = [];

    internal double Record(TrainingState state)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        double loss = Loss(Rows);
        state.Record("loss", loss, "validation");
        foreach ((string quantity, Func<Batch, double> value) in Metrics)
            state.Record(quantity, value(Rows), "validation");
        return loss;
    }
}
