using MlMaths.Torch.Models;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Ends a training at the first number that is none, before it reaches θ, and says in which tensor it stood. The tensors are
/// looked at in the order in which a step works them out: θ, what a probe shows of the forward pass, the loss, ∇L.
/// </summary>
/// <param name="forward">The tensors between θ and the loss, by name in the order of the forward pass; null to look at none.</param>
public sealed class NonFiniteGuard(Func<TrainingState, IEnumerable<(string Name, Tensor Value)>>? forward = null)
    : ITrainingObserver, IResumable
{
    /// <summary>A guard that looks into the hidden layers of a net.</summary>
    public static NonFiniteGuard For(Perceptron model) => new(state =>
        model.HiddenActivations(state.Batch.X).Select((a, l) => ($"activations of layer{l + 1}", a))
            .Append(("logits", model.Forward(state.Batch.X, training: false))));

    /// <summary>The first tensor that was not finite, for instance <c>activations of layer2 at step 12</c>; null while all are.</summary>
    public string? Offender { get; private set; }

    /// <inheritdoc/>
    public bool WantsToStop => Offender is not null;

    /// <inheritdoc/>
    public TrainingStatus StopsAs => TrainingStatus.Diverged;

    /// <inheritdoc/>
    public void OnGradients(TrainingState state)
    {
        if (!double.IsFinite(state.GradientNorms.Whole))
            Offender = First(state);
    }

    /// <inheritdoc/>
    public void OnEnd(TrainingState state)
    {
        if (state.Status == TrainingStatus.Diverged)
            Offender ??= First(state);
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer) => writer.Write(Offender ?? "");

    /// <inheritdoc/>
    public void Load(BinaryReader reader) => Offender = reader.ReadString() is { Length: > 0 } offender ? offender : null;

    private string First(TrainingState state)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
        {
            ParameterVector θ = state.Parameters;
            IEnumerable<(string Name, Tensor Value)> tensors =
            [
                .. θ.Slices.Select(slice => (slice.Name, θ[slice.Name])),
                .. forward?.Invoke(state) ?? [],
                ("loss", torch.tensor(state.BatchLoss)),
                .. θ.Slices.Select(slice => ($"gradient of {slice.Name}", θ.GradientOf(slice.Name))),
            ];
            // All finite, and yet no finite norm: the sum of squares was too large.
            string tensor = tensors.FirstOrDefault(candidate => !candidate.Value.isfinite().all().ToBoolean(),
                (Name: "norm of the gradient", Value: θ.Values)).Name;
            return $"{tensor} at step {state.Step}";
        }
    }
}
