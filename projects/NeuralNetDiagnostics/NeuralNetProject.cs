namespace MlMaths.Torch.NeuralNetDiagnostics;

internal sealed class NeuralNetProject;
