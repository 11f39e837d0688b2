using MlMaths.Torch.Data;

namespace MlMaths.Torch.Optimisation;

/// <summary>The rows that a training is judged on and never learns from.</summary>
/// <param name="Rows">All of them as one batch.</param>
/// <param name="Loss">The loss that counts, usually without penalty.</param>
public sealed record ValidationPass(Batch Rows, Func<Batch, double> Loss)
{
    internal double Record(TrainingState state)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        double loss = Loss(Rows);
        state.Record("loss", loss, "validation");
        return loss;
    }
}
