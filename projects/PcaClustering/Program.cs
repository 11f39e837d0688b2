using MlMaths.Torch.Cli;
using MlMaths.Torch.PcaClustering;

return Executable.Run(() => ProjectCommand.Run(args, new PcaClusteringProject()));
