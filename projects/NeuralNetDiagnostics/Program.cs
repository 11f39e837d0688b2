using MlMaths.Torch.Cli;
using MlMaths.Torch.NeuralNetDiagnostics;

return ProjectCommand.Run(args, new NeuralNetProject());
