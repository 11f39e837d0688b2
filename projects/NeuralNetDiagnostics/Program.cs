using MlMaths.Torch.Cli;
using MlMaths.Torch.NeuralNetDiagnostics;

return Executable.Run(() => ProjectCommand.Run(args, new NeuralNetProject()));
