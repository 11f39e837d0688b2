namespace MlMaths.Torch.Optimisation;

/// <summary>One number of a training run, in tidy form: a line of <c>history.csv</c>, a point of a TensorBoard curve.</summary>
/// <param name="Run">Which run, for instance <c>descent rate 0.1</c>.</param>
/// <param name="Step">Updates made before this number was read; 0 is the initial state.</param>
/// <param name="Epoch">Passes over the training rows, whole or in part.</param>
/// <param name="Split"><c>training</c>, <c>validation</c> or <c>test</c>; empty where no rows are involved.</param>
/// <param name="Quantity">What was read: <c>loss</c>, <c>gradient_norm</c>, <c>learning_rate</c> …</param>
/// <param name="Value">The number; not finite where the run diverged.</param>
public sealed record HistoryRow(string Run, int Step, double Epoch, string Split, string Quantity, double Value);
